package io.journeystreams.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an overlay makes, read strictly. */
record Installation(String overlay, List<JsonNode> manifests, List<Object> resources) {

    static final List<String> OVERLAYS = List.of("one-node", "production");

    static Installation of(String overlay) throws IOException, InterruptedException {
        String yaml = Kubectl.kustomize(ManifestFiles.ROOT.resolve("overlays").resolve(overlay));
        List<JsonNode> manifests = StrictReader.documents(yaml);
        return new Installation(
                overlay, manifests, manifests.stream().map(StrictReader::read).toList());
    }

    <T> Stream<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The processor. */
    StatefulSet statefulSet() {
        return all(StatefulSet.class).findFirst().orElseThrow();
    }

    Map<String, String> podLabels() {
        return statefulSet().getSpec().getTemplate().getMetadata().getLabels();
    }

    PodSpec pod() {
        return statefulSet().getSpec().getTemplate().getSpec();
    }

    Container container() {
        return pod().getContainers().get(0);
    }

    @Override
    public String toString() {
        return overlay;
    }
}
