package io.journeystreams.cli;

import picocli.CommandLine.Option;

/** Options of what is written for the Strimzi operator. */
final class StrimziOptions {

    @Option(
            names = "--strimzi-cluster",
            paramLabel = "NAME",
            defaultValue = "kafka",
            description = "With strimzi: the Kafka resource that it belongs to. Default: ${DEFAULT-VALUE}.")
    private String cluster = "kafka";

    String cluster() {
        return cluster;
    }
}
