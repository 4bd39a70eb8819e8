package io.journeystreams.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files as they stand in the repository. */
final class ManifestFiles {

    static final Path ROOT = Path.of("kubernetes");

    /** Configuration of the processor, not of Kubernetes. */
    private static final String JOURNEY = "journey.yaml";

    private ManifestFiles() {}

    /** All manifests, patches among them, and what kustomize reads. */
    static List<JsonNode> all() throws IOException {
        List<JsonNode> manifests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(ManifestFiles::isManifest).sorted().toList()) {
                manifests.addAll(StrictReader.documents(Files.readString(file)));
            }
        }
        return manifests;
    }

    private static boolean isManifest(Path file) {
        return file.toString().endsWith(".yaml") && !file.endsWith(JOURNEY);
    }
}
