package io.journeystreams.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.cli.Journey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code journey run} in a Java process of its own, to be stopped or killed. */
public final class ProcessorProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("metrics at (http://\\S+)");
    private static final long STOP_LIMIT_SECONDS = 20;

    private final Process process;
    private final Path log;
    private final int logBefore;

    private ProcessorProcess(Process process, Path log, int logBefore) {
        this.process = process;
        this.log = log;
        this.logBefore = logBefore;
    }

    /**
     * Starts it and does not wait.
     *
     * @param log what it prints is added here
     * @param settings {@code name=value}, instead of what the file says
     */
    public static ProcessorProcess start(Path config, Path log, String... settings) throws IOException {
        return start(System.getProperty("java.class.path"), config, log, settings);
    }

    /**
     * The same.
     *
     * @param environment variables of the process, beside those of this one
     */
    public static ProcessorProcess start(Path config, Path log, Map<String, String> environment, String... settings)
            throws IOException {
        return start(System.getProperty("java.class.path"), List.of(), config, log, environment, settings);
    }

    /**
     * The same, of another version.
     *
     * @param classpath where that version is
     */
    public static ProcessorProcess start(String classpath, Path config, Path log, String... settings)
            throws IOException {
        return start(classpath, List.of(), config, log, Map.of(), settings);
    }

    /**
     * The same, with options of the virtual machine.
     *
     * @param java the options
     */
    public static ProcessorProcess start(Path config, Path log, List<String> java) throws IOException {
        return start(System.getProperty("java.class.path"), java, config, log, Map.of());
    }

    private static ProcessorProcess start(
            String classpath,
            List<String> java,
            Path config,
            Path log,
            Map<String, String> environment,
            String... settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath));
        command.addAll(java);
        command.addAll(List.of(Journey.class.getName(), "run", "--config", config.toString()));
        for (String setting : settings) {
            command.addAll(List.of("--set", setting));
        }
        int logBefore = Files.exists(log) ? Files.readString(log).length() : 0;
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new ProcessorProcess(builder.start(), log, logBefore);
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
        return page(path, "");
    }

    /** The same, said with an {@code Authorization}. */
    public String page(String path, String authorization) throws IOException, InterruptedException {
        return get(path, authorization).map(HttpResponse::body).orElse("");
    }

    /** The status code of a page; 0 while it cannot be asked. */
    public int status(String path) throws IOException, InterruptedException {
        return get(path, "").map(HttpResponse::statusCode).orElse(0);
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

    /** Waits until it ends by itself, for so long at most, and returns its exit code. */
    public int awaitExit(Duration limit) throws InterruptedException {
        assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        return process.exitValue();
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

    private Optional<HttpResponse<String>> get(String path, String authorization)
            throws IOException, InterruptedException {
        Optional<String> address = address();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.get() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return Optional.of(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()));
    }

    /** Where it serves; the log may be of several processes, one after the other. */
    public Optional<String> address() throws IOException {
        return ADDRESS.matcher(Files.readString(log).substring(logBefore))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
