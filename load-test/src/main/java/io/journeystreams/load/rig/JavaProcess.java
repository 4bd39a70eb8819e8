package io.journeystreams.load.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A Java process of its own. It ends with this process at the latest. */
public final class JavaProcess implements AutoCloseable {

    /** Those of {@code ./journey}. */
    public static final List<String> USUAL_JVM_OPTIONS = List.of("-Xms64m", "-Xmx1g", "-XX:+UseG1GC");

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final Duration DIES_WITHIN = Duration.ofSeconds(20);
    private static final int LAST_WORDS = 10;

    /** From this version on the JVM warns of what RocksDB and Kafka do unless it is told that this is meant. */
    private static final int QUIET_FROM = 24;

    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final List<String> SMALL = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** @param log receives what it prints */
    public static JavaProcess start(Path log, JavaMain main, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        if (Runtime.version().feature() >= QUIET_FROM) {
            command.addAll(QUIET);
        }
        command.addAll(List.of("-cp", main.classPath(), main.name()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new JavaProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + main.name() + " " + arguments, e);
        }
    }

    /** {@code journey} with some command, in a JVM that takes little. */
    static JavaProcess journey(Path log, List<String> arguments) {
        return start(log, JavaMain.JOURNEY, SMALL, arguments);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @throws IllegalStateException with the end of what it printed, if it has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(log + ": ended with " + process.exitValue() + ": " + lastWords());
        }
    }

    /** @throws IllegalStateException if it ends in another way than with 0, or not in time */
    public void awaitSuccess() {
        if (!endsWithin(ENDS_WITHIN) || process.exitValue() != 0) {
            close();
            throw new IllegalStateException(log + ": failed: " + lastWords());
        }
    }

    /** Empty while it runs. */
    OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** SIGTERM; does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** SIGTERM, and SIGKILL if that does not help within a minute. */
    @Override
    public void close() {
        terminate();
        if (!endsWithin(ENDS_WITHIN)) {
            process.destroyForcibly();
        }
    }

    /** SIGKILL, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        if (!endsWithin(DIES_WITHIN)) {
            throw new IllegalStateException("killed, and not gone: pid " + process.pid());
        }
    }

    /** SIGSTOP: it stands still and holds on to everything. */
    void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() {
        signal("CONT");
    }

    Path log() {
        return log;
    }

    public String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private String lastWords() {
        List<String> lines = printed().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("no SIG" + name + " for pid " + process.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no SIG" + name + " for pid " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
