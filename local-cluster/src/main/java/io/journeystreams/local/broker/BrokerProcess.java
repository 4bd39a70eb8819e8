package io.journeystreams.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A {@link LocalBroker} in a Java process of its own, to be killed and started again on the same data and port.
 *
 * <p>Its output is in {@code broker.log} of its directory. It ends with this process at the latest. Not thread-safe.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MS = 20;

    private final Path directory;
    private final Map<String, String> overrides;
    private final BrokerPorts ports;
    private Process process;

    private BrokerProcess(Path directory, Map<String, String> overrides) {
        this.directory = directory;
        this.overrides = Map.copyOf(overrides);
        this.ports = BrokerPorts.of(directory);
        this.process = launch();
    }

    /** Starts a broker with its data under {@code directory} and returns when it takes requests. */
    public static BrokerProcess start(Path directory) {
        return start(directory, Map.of());
    }

    /**
     * As {@link #start(Path)}.
     *
     * @param overrides broker settings that replace ours
     * @throws IllegalStateException if the process ends or does not take requests within a minute
     */
    public static BrokerProcess start(Path directory, Map<String, String> overrides) {
        return new BrokerProcess(directory, overrides);
    }

    /** Value for the clients' {@code bootstrap.servers}; the same after a restart. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets the broker close its files and waits until it is gone; kills it if that takes too long. */
    public void stop() {
        closeInput();
        if (!awaitEnd()) {
            kill();
        }
    }

    /**
     * Starts the broker again on its data and port, and returns when it takes requests.
     *
     * @throws IllegalStateException if it is still running
     */
    public void restart() {
        if (isAlive()) {
            throw new IllegalStateException("the broker is running: pid " + pid());
        }
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private Process launch() {
        Path ready = directory.resolve("ready");
        try {
            Files.deleteIfExists(ready);
            Process launched = new ProcessBuilder(command(ready))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            awaitReady(launched, ready);
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a broker in " + directory, e);
        }
    }

    private List<String> command(Path ready) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=io/journeystreams/local/broker/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                LocalBrokerMain.class.getName(),
                directory.toString(),
                ready.toString()));
        overrides.forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    private void awaitReady(Process launched, Path ready) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(ready)) {
            boolean hasEnded = !launched.isAlive();
            if (hasEnded || System.nanoTime() > deadline) {
                launched.destroyForcibly();
                throw new IllegalStateException("the broker did not start, see " + log());
            }
            pause(launched);
        }
    }

    private static void pause(Process launched) {
        try {
            launched.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            launched.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a broker started", e);
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private Path log() {
        return directory.resolve("broker.log");
    }
}
