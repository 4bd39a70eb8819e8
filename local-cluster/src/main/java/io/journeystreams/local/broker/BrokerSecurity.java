package io.journeystreams.local.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * A broker that lets in whom it knows, over TLS and by SCRAM, and lets them do what its access lists allow.
 *
 * @param keystore PKCS12, with the broker's key and certificate
 * @param trusted PEM, the certificates that the broker itself trusts when it talks to itself
 * @param users passwords by name
 * @param superUser the one of the users who may do everything
 */
public record BrokerSecurity(
        Path keystore, String keystorePassword, Path trusted, Map<String, String> users, String superUser) {

    private static final String LISTENER = "SASL_SSL";
    private static final String HOST = "://127.0.0.1:";
    private static final List<String> MECHANISMS = List.of("SCRAM-SHA-256", "SCRAM-SHA-512");

    public BrokerSecurity {
        users = Map.copyOf(users);
        if (!users.containsKey(superUser)) {
            throw new IllegalArgumentException("the super user must be one of the users: " + superUser);
        }
    }

    /** Broker settings that replace the usual ones. */
    Map<String, String> settings(BrokerPorts ports) {
        String controller = BrokerSettings.CONTROLLER_LISTENER;
        return Map.ofEntries(
                Map.entry("listeners", LISTENER + HOST + ports.broker() + "," + controller + HOST + ports.controller()),
                Map.entry("advertised.listeners", LISTENER + HOST + ports.broker()),
                Map.entry("listener.security.protocol.map", LISTENER + ":SASL_SSL," + controller + ":PLAINTEXT"),
                Map.entry("inter.broker.listener.name", LISTENER),
                Map.entry("sasl.enabled.mechanisms", String.join(",", MECHANISMS)),
                Map.entry("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512"),
                Map.entry("listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config", login()),
                Map.entry("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", login()),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", keystore.toString()),
                Map.entry("ssl.keystore.password", keystorePassword),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", trusted.toString()),
                Map.entry("authorizer.class.name", StandardAuthorizer.class.getName()),
                // whoever comes in without a name comes from the controller, which nobody else reaches
                Map.entry("super.users", "User:ANONYMOUS;User:" + superUser));
    }

    /** Credentials as {@code kafka-storage.sh format --add-scram} takes them. */
    List<String> scramArguments() {
        return users.entrySet().stream()
                .flatMap(user -> MECHANISMS.stream()
                        .map(mechanism -> mechanism + "=[name=" + user.getKey() + ",password=" + user.getValue() + "]"))
                .toList();
    }

    private String login() {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + superUser
                + "\" password=\"" + users.get(superUser) + "\";";
    }
}
