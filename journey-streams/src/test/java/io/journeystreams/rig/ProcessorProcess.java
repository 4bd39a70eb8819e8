package io.journeystreams.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.cli.Journey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code journey run} in a Java process of its own, to be stopped or killed. */
public final class ProcessorProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("metrics at (http://\\S+)");
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

    /**
     * The values of a gauge, one for each set of labels; none while it cannot be asked.
     *
     * @param name as Prometheus shows it
     */
    public List<Double> gauge(String name) throws IOException, InterruptedException {
        return gauge(name, "");
    }

    /**
     * The same, of those sets of labels that hold this one.
     *
     * @param label {@code name="value"}
     */
    public List<Double> gauge(String name, String label) throws IOException, InterruptedException {
        return values(name, label, page("/metrics"));
    }

    /** A page that it serves, whatever its status; empty while it cannot be asked. */
    public String page(String path) throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(Files.readString(log));
        return address.find() ? get(address.group(1) + path) : "";
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

    private static List<Double> values(String name, String label, String page) {
        return page.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
