package io.journeystreams.load.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One processor with a state directory and a way to the broker of its own; each of its starts has a log of its own. */
public final class Instance implements AutoCloseable {

    private final String name;
    private final Path directory;
    private final Path config;
    private final TcpProxy network;
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
        return pages().areServed();
    }

    /** Runs, has its partitions and its state. */
    public boolean isReady() {
        return pages().isReady();
    }

    public Gauges metrics() {
        return new Gauges(page("/metrics"));
    }

    /** A page that it serves; empty while it cannot be asked. */
    public String page(String path) {
        return pages().body(path).orElse("");
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

    private JourneyPages pages() {
        return new JourneyPages(current());
    }

    private JavaProcess current() {
        return starts.get(starts.size() - 1);
    }
}
