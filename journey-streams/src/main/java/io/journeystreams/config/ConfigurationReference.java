package io.journeystreams.config;

import java.util.stream.Collectors;

/** The text of {@code docs/configuration.md}, made from the keys. */
final class ConfigurationReference {

    private ConfigurationReference() {}

    static String markdown() {
        return HEAD + rows(ConfigKey.Use.RULE) + MIDDLE + rows(ConfigKey.Use.RUNTIME) + properties() + END;
    }

    private static String rows(ConfigKey.Use use) {
        return JourneyConfigKeys.ALL.stream()
                .filter(key -> key.use() == use)
                .map(key -> "| `%s` | %s | %s | %s |%n"
                        .formatted(
                                key.name(),
                                key.expected(),
                                key.defaultText().map(text -> "`" + text + "`").orElse("–"),
                                key.sentence()))
                .collect(Collectors.joining())
                .replace(System.lineSeparator(), "\n");
    }

    private static String properties() {
        return JourneyConfigKeys.ALL_PROPERTIES.stream()
                .map(keys -> "| `" + keys.name() + ".…` | as documented there | – | " + keys.sentence() + " |\n")
                .collect(Collectors.joining());
    }

    private static final String HEAD = """
            # Configuration

            <!-- Generated from JourneyConfigKeys: to write it anew:
                 mvn -q package -pl journey-streams -am -Dtest=ConfigurationReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true -->

            Settings stand in `journey.yaml`, in nested sections: `abandonment.cart.delay` is

            ```yaml
            abandonment:
              cart:
                delay: 60m
            ```

            A flag (`--set abandonment.cart.delay=45m`) beats the environment (`JOURNEY_ABANDONMENT_CART_DELAY=45m`) beats the
            file beats the default. `./journey check-config --config journey.yaml` shows every setting as it counts and who
            said it. A name that is not listed here is an error.

            Durations are a whole number and a unit: `500ms`, `30s`, `60m`, `24h`, `7d`, `12w`.

            Secrets need not stand in the file: `${file:/run/secrets/password}` is the content of that file,
            `${env:NAME}` the environment variable. Such values, and settings whose name says that they are secret, are
            masked wherever settings are shown.

            ## Rules

            These change what the outputs say. Their fingerprint is `policyVersion` of every output.

            | setting | value | default | meaning |
            |---|---|---|---|
            """;

    private static final String MIDDLE = """

            ## Running

            | setting | value | default | meaning |
            |---|---|---|---|
            """;

    private static final String END = """

            Under `kafka.properties` and `registry.properties` names keep their dots:

            ```yaml
            kafka:
              bootstrapServers: broker-1:9093,broker-2:9093
              properties:
                security.protocol: SASL_SSL
                sasl.mechanism: SCRAM-SHA-512
                sasl.jaas.config: ${file:/run/secrets/jaas}
            registry:
              url: https://registry:8081
              properties:
                basic.auth.credentials.source: USER_INFO
                basic.auth.user.info: ${file:/run/secrets/registry}
            ```

            In the environment their dots are underscores: `JOURNEY_KAFKA_PROPERTIES_SECURITY_PROTOCOL`.
            """;
}
