package io.journeystreams.config;

/** A setting without a default that somebody needs now. */
final class MissingSetting {

    private MissingSetting() {}

    static InvalidConfigException of(ConfigKey<?> key) {
        return new InvalidConfigException(new ConfigProblem(
                key.name(),
                "is not set and is needed: set it in the configuration file, as " + key.environmentName()
                        + " or with --set " + key.name() + "=…"));
    }
}
