package io.journeystreams.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every manifest is one that Kubernetes and its operators know every field of. */
class StrictReadingTest {

    @Test
    void everyFileIsKnownInEveryField() throws IOException {
        // kustomize refuses what it does not know in files of its own
        List<JsonNode> manifests = ManifestFiles.all().stream()
                .filter(manifest -> !manifest.path("kind").asText().equals("Kustomization"))
                .toList();
        assertThat(manifests).hasSizeGreaterThan(20).allSatisfy(manifest -> assertThat(StrictReader.read(manifest))
                .isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StatefulSet    | apps/v1                  | {replicaz: 1}",
                "StatefulSet    | apps/v1                  | {replicas: \"1\"}",
                "StatefulSet    | apps/v1                  | {replicas: 1, replicas: 2}",
                "StatefulSet    | apps/v1                  | {template: {spec: {containers: [{image: i, probe: {}}]}}}",
                "StatefulSet    | apps/v1                  | {template: {spec: {containers: [{env: [{name: A, value: 1}]}]}}}",
                "Deployment     | apps/v1                  | {replicas: 1}",
                "NetworkPolicy  | networking.k8s.io/v1     | {ingress: [{from: [{podSelectors: {}}]}]}",
                "ServiceMonitor | monitoring.coreos.com/v1 | {endpoints: [{port: http, intervall: 30s}]}",
                "ScaledObject   | keda.sh/v1alpha1         | {minReplicas: 1}",
                "ScaledObject   | keda.sh/v1alpha1         | {triggers: [{type: kafka, metadata: {lag: \"1\"}}]}",
                "ScaledObject   | keda.sh/v1alpha1         | {triggers: [{type: kafka, metadata: {lagThreshold: 1}}]}",
                "KafkaTopic     | kafka.strimzi.io/v1      | {partition: 1}",
                "KafkaUser      | kafka.strimzi.io/v1      | {authorization: {type: simple, acls: [{operationz: [Read]}]}}",
                "KafkaUser      | kafka.strimzi.io/v1      | {authentication: {type: scram-sha-512, user: u}}",
            })
    void whatIsNotKnownIsRefused(String kind, String apiVersion, String spec) {
        assertThatIllegalArgumentException().isThrownBy(() -> readOne(kind, apiVersion, spec));
    }

    private static void readOne(String kind, String apiVersion, String spec) {
        try {
            StrictReader.documents("apiVersion: " + apiVersion + "\nkind: " + kind + "\nspec: " + spec)
                    .forEach(StrictReader::read);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
