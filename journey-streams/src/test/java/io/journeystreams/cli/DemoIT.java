package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code demo} as people start it: a process of its own. */
@Timeout(300)
class DemoIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration FIRST_ALERT_LIMIT = Duration.ofSeconds(60);

    private final Path directory =
            Path.of("target", "demo-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path out = directory.resolve("out");
    private final Path temporary = directory.resolve("tmp");
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void makeDirectories() throws IOException {
        Files.createDirectories(temporary);
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void itRemindsThoseWhoLeftAndNobodyWhoBoughtAndStopsByItself() throws Exception {
        // when
        Process demo = start("--for", "40s", "--seed", "7", "--http-port", "0", "--provider-fails-after", "15s");

        // then
        assertThat(demo.waitFor(200, TimeUnit.SECONDS)).as(printed()).isTrue();
        assertThat(demo.exitValue()).as(printed()).isZero();
        assertThat(printed())
                .contains("./journey explain ")
                .contains("ABANDONED  cart", "RETRACTED", "reminders sent to somebody who had bought: 0", "stopped in")
                .contains("had left nothing: 0", "missing: 0")
                .containsPattern("journey map   http://127\\.0\\.0\\.1:\\d+/#token=\\S+\n")
                .containsPattern("\nFrom now on most payments by card fail")
                .containsPattern("\nlook at   c:\\S+ ")
                .doesNotContain("\u001b", "Exception", "reminders sent to somebody who had bought: 1");
        assertThat(left()).isEmpty();
    }

    @Test
    void theFirstAlertIsSeenWithinAMinuteAndCtrlCStopsIt() throws Exception {
        // given
        Process demo = start("--http-port", "0");
        await().atMost(START_LIMIT).until(() -> printed().contains("Ctrl-C stops the demo."));

        // when
        await().atMost(FIRST_ALERT_LIMIT).until(() -> printed().contains("ABANDONED  cart"));
        interrupt(demo);

        // then
        assertThat(demo.waitFor(10, TimeUnit.SECONDS)).as(printed()).isTrue();
        assertThat(demo.exitValue()).as(printed()).isZero();
        assertThat(printed()).contains("stopping", "nothing is left behind").doesNotContain("Exception");
        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsKeptIsThereAfterwards() throws Exception {
        // given
        Path kept = directory.resolve("kept");

        // when
        Process demo =
                start("--for", "1s", "--http-port", "0", "--keep", kept.toString(), "--provider-fails-after", "never");

        // then
        assertThat(demo.waitFor(120, TimeUnit.SECONDS)).as(printed()).isTrue();
        assertThat(demo.exitValue()).as(printed()).isZero();
        assertThat(printed()).contains("--provider-fails-after never").doesNotContain("From now on");
        assertThat(kept.resolve("demo.log")).exists();
        assertThat(kept.resolve("broker")).isNotEmptyDirectory();
        assertThat(Run.journey("demo", "--keep", kept.toString()).code()).isEqualTo(ExitCode.STATE_DIRECTORY.code());
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThat(Run.journey("demo", "--provider-fails-after", "soon").code()).isEqualTo(ExitCode.USAGE.code());
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Journey.class.getName(),
                "demo"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** As Ctrl-C does; Java itself can only terminate. */
    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Directories of the demo that are still there. */
    private List<Path> left() throws IOException {
        try (Stream<Path> content = Files.list(temporary)) {
            return content.filter(path -> path.getFileName().toString().startsWith("journey-demo-"))
                    .toList();
        }
    }

    private String printed() throws IOException {
        return Files.readString(out);
    }
}
