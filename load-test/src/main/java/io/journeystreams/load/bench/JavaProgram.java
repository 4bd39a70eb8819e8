package io.journeystreams.load.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process that is measured. It ends with this process at the latest. */
public final class JavaProgram implements AutoCloseable {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static final int QUIET_FROM = 24;

    private final String name;
    private final Process process;
    private final Path log;

    private JavaProgram(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** @param directory for its log, what the garbage collector says included */
    static JavaProgram start(
            String name, Path directory, JavaMain main, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        if (Runtime.version().feature() >= QUIET_FROM) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.add("-Xlog:gc:file=" + garbageLog(name, directory));
        command.addAll(List.of("-cp", main.classPath(), main.name()));
        command.addAll(arguments);
        Path log = directory.resolve(name + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new JavaProgram(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    public static Path garbageLog(String name, Path directory) {
        return directory.resolve(name + ".gc");
    }

    public long pid() {
        return process.pid();
    }

    /** What it has printed. */
    public Path log() {
        return log;
    }

    /** @throws IllegalStateException with the end of what it printed, if it has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has ended with " + process.exitValue() + ": " + lastWords());
        }
    }

    /** @throws IllegalStateException if it ends in another way than with 0, or not in time */
    void awaitSuccess() {
        if (!endsInTime() || process.exitValue() != 0) {
            close();
            throw new IllegalStateException(name + " failed: " + lastWords());
        }
    }

    /** SIGTERM, and SIGKILL if that does not help. */
    @Override
    public void close() {
        process.destroy();
        if (!endsInTime()) {
            process.destroyForcibly();
        }
    }

    private boolean endsInTime() {
        try {
            return process.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
