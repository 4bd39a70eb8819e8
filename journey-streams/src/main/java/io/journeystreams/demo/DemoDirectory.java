package io.journeystreams.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the demo keeps what it needs on disk: the broker's data, the processor's state and the log.
 *
 * @param isKept whether it stays when the demo ends
 */
public record DemoDirectory(Path path, boolean isKept) {

    /**
     * @param keep a directory that is empty or not there yet, which then stays; a temporary one if none is given
     * @throws IOException if it cannot be made, or holds something
     */
    public static DemoDirectory create(Optional<Path> keep) throws IOException {
        if (keep.isEmpty()) {
            return new DemoDirectory(Files.createTempDirectory("journey-demo-"), false);
        }
        Path kept = Files.createDirectories(keep.get().toAbsolutePath());
        try (Stream<Path> content = Files.list(kept)) {
            if (content.findAny().isPresent()) {
                throw new IOException("it is not empty");
            }
        }
        return new DemoDirectory(kept, true);
    }

    public Path broker() {
        return path.resolve("broker");
    }

    public Path state() {
        return path.resolve("state");
    }

    /** Of the model of churn risk. */
    public Path churnParameters() {
        return path.resolve("churn-parameters.yaml");
    }

    public Path log() {
        return path.resolve("demo.log");
    }

    /** Removes it with all that is in it, unless it is kept. */
    public void remove() throws IOException {
        if (isKept) {
            return;
        }
        List<Path> content;
        try (Stream<Path> walk = Files.walk(path)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.deleteIfExists(file);
        }
    }
}
