package io.journeystreams.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Prometheus' own checker, of Debian's package {@code prometheus}; tests that need it are skipped, loudly, where it is missing. */
final class Promtool {

    private static final String MISSING = "NOT CHECKED: promtool is missing; it comes with Debian's package prometheus";
    private static final int SECONDS = 60;

    private Promtool() {}

    /** Says yes to {@code arguments}, or the test fails with what it prints. */
    static void accepts(String... arguments) throws IOException, InterruptedException {
        Answer answer = run(arguments);
        assertThat(answer.code()).as(answer.printed()).isZero();
    }

    /** Says no to {@code arguments}. */
    static void refuses(String... arguments) throws IOException, InterruptedException {
        Answer answer = run(arguments);
        assertThat(answer.code()).as(answer.printed()).isNotZero();
    }

    private record Answer(int code, String printed) {}

    private static Answer run(String... arguments) throws IOException, InterruptedException {
        requireInstalled();
        Path printed = Files.createTempFile("promtool", ".txt");
        Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("promtool ended")
                    .isTrue();
            return new Answer(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(printed);
        }
    }

    private static void requireInstalled() {
        List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        if (path.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")))) {
            System.err.println(MISSING);
            Assumptions.abort(MISSING);
        }
    }
}
