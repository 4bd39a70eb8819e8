package io.journeystreams.load.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One processor with a state directory and a way to the broker of its own; each of its starts has a log of its own. */
public final class Instance implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("metrics at (http://\\S+)");
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Path directory;
    private final Path config;
    private final TcpProxy network;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JavaProcess> starts = new ArrayList<>();

    Instance(String name, Path directory, Path config, TcpProxy network) {
        this.name = name;
        this.directory = directory;
        this.config = config;
        this.network = network;
    }

    public String name() {
        return name;
    }

    /** Its way to the broker. */
    public TcpProxy network() {
        return network;
    }

    /** Does not wait. */
    public void start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " is running");
        }
        Path log = directory.resolve(name + "." + (starts.size() + 1) + ".log");
        starts.add(JavaProcess.journey(log, List.of("run", "--config", config.toString())));
    }

    public boolean isAlive() {
        return !starts.isEmpty() && current().isAlive();
    }

    /** How the last start ended; empty while it runs. */
    public OptionalInt exitCode() {
        return current().exitCode();
    }

    /** How often it has been started. */
    public int starts() {
        return starts.size();
    }

    public void kill() {
        current().kill();
    }

    /** SIGTERM; does not wait. */
    public void terminate() {
        current().terminate();
    }

    public boolean endsWithin(Duration limit) {
        return current().endsWithin(limit);
    }

    public void freeze() {
        current().freeze();
    }

    public void thaw() {
        if (isAlive()) {
            current().thaw();
        }
    }

    /** Everything that it keeps on disk; it must not run. */
    public void deleteState() {
        Path state = stateDirectory();
        if (!Files.exists(state)) {
            return;
        }
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + state, e);
        }
    }

    /** Has come so far as to serve its metrics, since its last start. */
    public boolean hasStarted() {
        return ADDRESS.matcher(printed()).find();
    }

    /** Runs, has its partitions and its state. */
    public boolean isReady() {
        return status("/ready") == 200;
    }

    public Gauges metrics() {
        return new Gauges(page("/metrics"));
    }

    /** A page that it serves; empty while it cannot be asked. */
    public String page(String path) {
        return get(path).map(Page::body).orElse("");
    }

    /** What it has printed since its last start. */
    public String printed() {
        return current().printed();
    }

    /** What each of its starts has printed. */
    public List<Path> logs() {
        return starts.stream().map(JavaProcess::log).toList();
    }

    @Override
    public void close() {
        starts.stream().filter(JavaProcess::isAlive).forEach(JavaProcess::kill);
        network.close();
    }

    Path stateDirectory() {
        return directory.resolve(name + "-state");
    }

    private JavaProcess current() {
        return starts.get(starts.size() - 1);
    }

    private int status(String path) {
        return get(path).map(Page::status).orElse(0);
    }

    private record Page(int status, String body) {}

    private Optional<Page> get(String path) {
        if (!isAlive()) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(printed());
        if (!address.find()) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1) + path))
                .timeout(ANSWERS_WITHIN)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return Optional.of(new Page(answer.statusCode(), answer.body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
