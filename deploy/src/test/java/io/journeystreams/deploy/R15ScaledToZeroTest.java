package io.journeystreams.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault R15: deadlines need a process, so no manifest has no replica, and no scaler may go down to none. */
class R15ScaledToZeroTest {

    private static final Path MANIFESTS = Path.of("kubernetes");
    private static final Set<String> WORKLOADS = Set.of("StatefulSet", "Deployment");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void noManifestLetsTheProcessorBeAbsent() throws IOException {
        List<JsonNode> manifests = manifests();
        assertThat(manifests)
                .extracting(manifest -> manifest.path("kind").asText())
                .contains("StatefulSet", "ScaledObject");
        assertThat(manifests).allSatisfy(manifest -> assertThat(wayToNone(manifest))
                .as("%s", manifest.path("metadata").path("name"))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: StatefulSet, spec: {replicas: 0}}",
                "{kind: Deployment, spec: {}}",
                "{kind: ScaledObject, spec: {minReplicaCount: 0}}",
                "{kind: ScaledObject, spec: {}}",
                "{kind: ScaledObject, spec: {minReplicaCount: 2, idleReplicaCount: 0}}",
                "{kind: HorizontalPodAutoscaler, spec: {minReplicas: 0}}",
                "{kind: Kustomization, replicas: [{name: journey, count: 0}]}"
            })
    void aWayToNoReplicaIsSeen(String manifest) throws IOException {
        assertThat(wayToNone(YAML.readTree(manifest))).isPresent();
    }

    /** What would let it have no replica, if anything. */
    private static Optional<String> wayToNone(JsonNode manifest) {
        String kind = manifest.path("kind").asText();
        JsonNode spec = manifest.path("spec");
        if (WORKLOADS.contains(kind) && spec.path("replicas").asInt(0) < 1) {
            return Optional.of("replicas must be said, and at least 1");
        }
        if (kind.equals("ScaledObject")
                && (spec.path("minReplicaCount").asInt(0) < 1 || spec.has("idleReplicaCount"))) {
            return Optional.of("minReplicaCount must be said, at least 1, and no idleReplicaCount");
        }
        if (kind.equals("HorizontalPodAutoscaler") && spec.path("minReplicas").asInt(1) < 1) {
            return Optional.of("minReplicas must be at least 1");
        }
        for (JsonNode replicas : manifest.path("replicas")) {
            if (replicas.path("count").asInt(0) < 1) {
                return Optional.of("an overlay's replicas must be at least 1");
            }
        }
        return Optional.empty();
    }

    private static List<JsonNode> manifests() throws IOException {
        List<JsonNode> manifests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MANIFESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                try (MappingIterator<JsonNode> documents =
                        YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
                    manifests.addAll(documents.readAll());
                }
            }
        }
        return manifests;
    }
}
