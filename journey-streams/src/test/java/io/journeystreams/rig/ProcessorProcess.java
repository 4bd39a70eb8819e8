package io.journeystreams.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.cli.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code journey run} in a Java process of its own, to be stopped or killed. */
public final class ProcessorProcess implements AutoCloseable {

    private static final long STOP_LIMIT_SECONDS = 20;

    private final Process process;
    private final Path log;

    private ProcessorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it and does not wait.
     *
     * @param log what it prints is added here
     * @param settings {@code name=value}, instead of what the file says
     */
    public static ProcessorProcess start(Path config, Path log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Journey.class.getName(),
                "run",
                "--config",
                config.toString()));
        for (String setting : settings) {
            command.addAll(List.of("--set", setting));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ProcessorProcess(process, log);
    }

    /** Fails, with what was printed, if the process has ended. */
    public void assertRunning() throws IOException {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
    }

    /** Asks it to stop, as service managers do, and waits until it has. */
    public void stop() throws IOException, InterruptedException {
        process.destroy();
        assertThat(process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
