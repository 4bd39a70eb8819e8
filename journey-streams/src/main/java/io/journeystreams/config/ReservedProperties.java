package io.journeystreams.config;

import java.util.Map;

/** Client settings that the processor decides itself, with what to do instead. */
final class ReservedProperties {

    static final Map<String, String> KAFKA = Map.of(
            "bootstrap.servers", "set kafka.bootstrapServers",
            "application.id", "set streams.applicationId",
            "group.id", "set streams.applicationId",
            "state.dir", "set streams.stateDirectory",
            "num.stream.threads", "set streams.threads",
            "schema.registry.url", "set registry.url",
            "processing.guarantee", "it is always exactly_once_v2",
            "auto.offset.reset", "inputs are always read from their beginning");

    static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "set registry.url");

    private ReservedProperties() {}
}
