package io.journeystreams.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault R15: deadlines need a process, so no manifest has no replica, and no scaler may go down to none. */
class R15ScaledToZeroTest {

    private static final Set<String> WORKLOADS = Set.of("StatefulSet", "Deployment");
    private static final String PAUSED = "autoscaling.keda.sh/paused-replicas";
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void noManifestLetsTheProcessorBeAbsent() throws IOException {
        List<JsonNode> manifests = ManifestFiles.all();
        assertThat(manifests)
                .extracting(manifest -> manifest.path("kind").asText())
                .contains("StatefulSet", "ScaledObject");
        assertThat(manifests).allSatisfy(R15ScaledToZeroTest::hasNoWayToNone);
    }

    @ParameterizedTest
    @FieldSource("io.journeystreams.deploy.kubernetes.Installation#OVERLAYS")
    void noInstallationLetsTheProcessorBeAbsent(String overlay) throws IOException, InterruptedException {
        assertThat(Installation.of(overlay).manifests()).allSatisfy(R15ScaledToZeroTest::hasNoWayToNone);
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
                "{kind: ScaledObject, metadata: {annotations: {autoscaling.keda.sh/paused-replicas: '0'}}, spec: {minReplicaCount: 1}}",
                "{kind: Kustomization, replicas: [{name: journey, count: 0}]}"
            })
    void aWayToNoReplicaIsSeen(String manifest) throws IOException {
        assertThat(wayToNone(YAML.readTree(manifest))).isPresent();
    }

    private static void hasNoWayToNone(JsonNode manifest) {
        assertThat(wayToNone(manifest))
                .as("%s", manifest.path("metadata").path("name"))
                .isEmpty();
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
        if (manifest.path("metadata").path("annotations").has(PAUSED)) {
            return Optional.of("a pause at a number of replicas is for a person to say, not for a manifest");
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
}
