package io.journeystreams.rig;

import io.journeystreams.local.broker.BrokerSecurity;
import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.SchemaRegistration;
import io.journeystreams.topics.ContractSubjects;
import io.journeystreams.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A broker that asks for TLS, a password and rights, and a registry with our contracts. The broker's certificate, signed by
 * itself, is made here by the JDK's keytool.
 */
public final class SecureCluster implements AutoCloseable {

    /** May do everything. */
    public static final String SUPER_USER = "admin";

    public static final String SUPER_PASSWORD = "canary-password-of-admin";

    /** May do what is granted to it. */
    public static final String USER = "journey";

    public static final String PASSWORD = "a-password-of-journey";

    private static final String KEYSTORE = "broker.p12";
    private static final String KEYSTORE_PASSWORD = "a-password-of-the-keystore";
    private static final long KEYTOOL_LIMIT_SECONDS = 30;

    private final Path certificate;
    private final LocalBroker broker;
    private final EmbeddedRegistry registryServer;
    private final Admin admin;

    private SecureCluster(Path certificate, LocalBroker broker, EmbeddedRegistry registryServer) {
        this.certificate = certificate;
        this.broker = broker;
        this.registryServer = registryServer;
        this.admin = Admin.create(Map.copyOf(clientProperties(SUPER_USER, SUPER_PASSWORD)));
        try (RegistryConnection registry = registry()) {
            new SchemaRegistration(registry).register(ContractSubjects.of(TopicCatalogue.load()));
        }
    }

    /** @param directory where certificate and data of the broker are kept */
    public static SecureCluster start(Path directory) throws Exception {
        Files.createDirectories(directory);
        Path certificate = makeCertificate(directory);
        LocalBroker broker = LocalBroker.start(
                directory.resolve("broker"),
                new BrokerSecurity(
                        directory.resolve(KEYSTORE),
                        KEYSTORE_PASSWORD,
                        certificate,
                        Map.of(SUPER_USER, SUPER_PASSWORD, USER, PASSWORD),
                        SUPER_USER));
        return new SecureCluster(certificate, broker, EmbeddedRegistry.start(0));
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registryServer.url();
    }

    public RegistryConnection registry() {
        return RegistryConnection.open(Map.of(RegistryConnection.URL, registryServer.url()));
    }

    /** PEM, to be trusted by clients. */
    public Path certificate() {
        return certificate;
    }

    /** Of the super user. */
    public Admin admin() {
        return admin;
    }

    /** What a Kafka client needs to come in as a user. */
    public Map<String, String> clientProperties(String user, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.toString());
    }

    public void grant(List<AclBinding> rights) throws Exception {
        admin.createAcls(rights).all().get(20, TimeUnit.SECONDS);
    }

    public void revoke(List<AclBinding> rights) throws Exception {
        admin.deleteAcls(rights.stream().map(AclBinding::toFilter).toList())
                .all()
                .get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        registryServer.close();
        broker.close();
    }

    /** A key for 127.0.0.1 in the directory; returns its certificate, PEM. */
    public static Path makeCertificate(Path directory) throws Exception {
        String keystore = directory.resolve(KEYSTORE).toString();
        Path certificate = directory.resolve("ca.pem");
        keytool(
                "-genkeypair -alias broker -keyalg EC -groupname secp256r1 -validity 2 -dname CN=localhost"
                        + " -ext san=ip:127.0.0.1,dns:localhost -storetype PKCS12",
                "-keystore",
                keystore,
                "-storepass",
                KEYSTORE_PASSWORD);
        keytool(
                "-exportcert -rfc -alias broker",
                "-keystore",
                keystore,
                "-storepass",
                KEYSTORE_PASSWORD,
                "-file",
                certificate.toString());
        return certificate;
    }

    private static void keytool(String options, String... more) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.of(options.split(" ", -1)),
                        Stream.of(more))
                .flatMap(part -> part)
                .toList();
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(KEYTOOL_LIMIT_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            keytool.destroyForcibly();
            throw new IllegalStateException("keytool failed: " + options);
        }
    }
}
