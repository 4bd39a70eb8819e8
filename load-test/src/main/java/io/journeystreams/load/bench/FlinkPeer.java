package io.journeystreams.load.bench;

import io.journeystreams.load.rig.JavaMain;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The job on Flink, as the build has left it in the module beside our own code: {@code load-test/flink/target/classes} and
 * {@code lib}. Flink's libraries are on no other class path.
 */
final class FlinkPeer {

    private static final String MAIN = "io.journeystreams.load.flink.FlinkJob";

    private FlinkPeer() {}

    /** @throws IllegalStateException if it has not been built */
    static JavaMain main() {
        Path built = target().resolveSibling("flink").resolve("target");
        Path classes = built.resolve("classes");
        Path libraries = built.resolve("lib");
        if (!Files.isDirectory(classes) || !Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    "the job on Flink is not built; mvn package -pl load-test -am does it, --only does without it: "
                            + built);
        }
        String classPath = classes + File.pathSeparator + libraries.resolve("*");
        return new JavaMain(MAIN, classPath);
    }

    /** Where this class was built to, as classes or as a jar. */
    private static Path target() {
        try {
            Path own = Path.of(FlinkPeer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(own.getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this program runs from no file", e);
        }
    }
}
