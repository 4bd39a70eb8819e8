package io.journeystreams.deploy.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a command ended, and all that it said, errors included. */
record Ended(int code, String text) {

    private static final long MOST_SECONDS = 20;

    /** @throws IllegalStateException if it takes longer than 20 s; it is then stopped */
    static Ended of(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("command", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("did not end in time: " + command + "\n" + Files.readString(said));
            }
            return new Ended(process.exitValue(), Files.readString(said, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }
}
