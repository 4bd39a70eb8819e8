package io.journeystreams.cli;

import io.journeystreams.config.ChurnParametersFile;
import io.journeystreams.config.JourneyConfig;
import io.journeystreams.demo.DemoDirectory;
import io.journeystreams.demo.DemoRules;
import io.journeystreams.demo.DemoShop;
import io.journeystreams.demo.Scene;
import io.journeystreams.demo.Screen;
import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.SchemaRegistration;
import io.journeystreams.runtime.StopReason;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topics.ContractSubjects;
import io.journeystreams.topics.TopicAdmin;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topics.WantedTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One showing: everything is started in order, watched until it ends, and stopped in the opposite order. */
final class Demo {

    /**
     * What may be chosen.
     *
     * @param runFor from the first shopper on; empty: until asked to stop
     * @param httpPort empty: the usual one, or any if that is taken
     */
    record Choices(Scene scene, Optional<Duration> runFor, Optional<Integer> httpPort) {}

    private static final int USUAL_HTTP_PORT = 7070;
    private static final int PARTITIONS = 2;
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final double NANOS_PER_SECOND = 1e9;

    private final DemoDirectory directory;
    private final Choices choices;
    private final Screen screen;
    private final StopSignal signal;
    private final String token = UUID.randomUUID().toString();
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private Optional<ReservedPort> reserved = Optional.empty();

    Demo(DemoDirectory directory, Choices choices, Screen screen, StopSignal signal) {
        this.directory = directory;
        this.choices = choices;
        this.screen = screen;
        this.signal = signal;
    }

    /** @throws Failure if something does not start, or the processor gives up; the directory then stays, for its log */
    void run() {
        Logs.writeOnlyTo(directory.log());
        boolean isWell = false;
        try {
            show();
            isWell = true;
        } finally {
            stop(isWell || signal.isAsked());
        }
    }

    private void show() {
        screen.print("Journey Streams demo: a small shop opens, and its shoppers' events go through the processor.");
        screen.print("");
        int httpPort = choices.httpPort().filter(port -> port > 0).orElseGet(this::reservePort);
        screen.print("journey map   http://127.0.0.1:" + httpPort + "/#token=" + token);
        screen.print(
                "              Open it in a browser; it answers as soon as everything has started, in about 10 s.");
        screen.print("");
        LocalBroker broker = startBroker();
        if (signal.isAsked()) {
            return;
        }
        EmbeddedRegistry registry = startRegistry();
        RegistryConnection connection = connect(registry);
        createTopics(broker);
        if (signal.isAsked()) {
            return;
        }
        RunningProcessor processor = startProcessor(config(broker, registry, httpPort));
        if (signal.isAsked()) {
            return;
        }
        screen.print("log        " + directory.log());
        screen.print(format(
                "shoppers   %s a second, seed %d; the same seed makes up the same shoppers",
                choices.scene().shoppersPerSecond(), choices.scene().seed()));
        new DemoIntroduction(choices).lines().forEach(screen::print);
        DemoShop shop = new DemoShop(choices.scene(), broker.bootstrapServers(), connection, screen);
        closers.push(shop::close);
        shop.open();
        watch(shop, processor);
        screen.endCounts();
        List<String> counts = shop.counts(processor.tally());
        shop.close();
        summarise(shop, counts);
    }

    private int reservePort() {
        ReservedPort port = ReservedPort.of(choices.httpPort().orElse(USUAL_HTTP_PORT));
        reserved = Optional.of(port);
        closers.push(port::close);
        return port.number();
    }

    private LocalBroker startBroker() {
        long startedNanos = System.nanoTime();
        LocalBroker broker = LocalBroker.start(directory.broker());
        closers.push(broker::close);
        step("broker", broker.bootstrapServers(), startedNanos);
        return broker;
    }

    private EmbeddedRegistry startRegistry() {
        try {
            EmbeddedRegistry registry = EmbeddedRegistry.start(0);
            closers.push(registry::close);
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded registry cannot listen on 127.0.0.1", e);
        }
    }

    private RegistryConnection connect(EmbeddedRegistry registry) {
        long startedNanos = System.nanoTime();
        RegistryConnection connection = RegistryConnection.open(Map.of(RegistryConnection.URL, registry.url()));
        closers.push(connection::close);
        int schemas = new SchemaRegistration(connection)
                .register(ContractSubjects.of(TopicCatalogue.load()))
                .size();
        step("registry", registry.url() + ", " + schemas + " schemas", startedNanos);
        return connection;
    }

    private void createTopics(LocalBroker broker) {
        long startedNanos = System.nanoTime();
        List<WantedTopic> topics = TopicCatalogue.load();
        try (TopicAdmin admin = TopicAdmin.connect(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            topics.forEach(topic -> admin.create(topic, Optional.of(PARTITIONS), Optional.empty()));
        }
        step("topics", String.valueOf(topics.size()), startedNanos);
    }

    private RunningProcessor startProcessor(JourneyConfig config) {
        long startedNanos = System.nanoTime();
        reserved.ifPresent(ReservedPort::close);
        StreamsSettings settings = StreamsSettings.of(
                config.streams().applicationId(), config.kafka().requireBootstrapServers(), directory.state());
        RunningProcessor processor = RunningProcessor.start(config, settings);
        closers.push(processor::close);
        while (!processor.isRunning() && !signal.isAskedWithin(LOOK_EVERY)) {
            requireWell(processor);
            if (System.nanoTime() - startedNanos > STARTED_WITHIN.toNanos()) {
                throw new Failure(
                        ExitCode.STREAM_THREAD,
                        "the processor was not running after " + STARTED_WITHIN.toSeconds() + " s; see "
                                + directory.log());
            }
        }
        step("processor", "http://" + processor.address() + "/metrics, also /ready and /status", startedNanos);
        return processor;
    }

    private JourneyConfig config(LocalBroker broker, EmbeddedRegistry registry, int httpPort) {
        Map<String, String> settings = new HashMap<>(DemoRules.settings());
        settings.put("kafka.bootstrapServers", broker.bootstrapServers());
        settings.put("registry.url", registry.url());
        settings.put("http.token", token);
        settings.put("http.port", String.valueOf(httpPort));
        settings.put("churn.parameters", writtenChurnParameters().toString());
        return JourneyConfig.of(settings);
    }

    private Path writtenChurnParameters() {
        try {
            return Files.writeString(
                    directory.churnParameters(), ChurnParametersFile.write(DemoRules.CHURN_PARAMETERS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory.churnParameters(), e);
        }
    }

    private void watch(DemoShop shop, RunningProcessor processor) {
        long startedNanos = System.nanoTime();
        long shownNanos = startedNanos;
        boolean isTold = false;
        while (!isOver(startedNanos) && !signal.isAskedWithin(LOOK_EVERY)) {
            requireWell(processor);
            shop.announce();
            if (!isTold) {
                isTold = tellHowToAsk(shop.firstReminded(), processor);
            }
            if (System.nanoTime() - shownNanos >= screen.countsEvery().toNanos()) {
                shownNanos = System.nanoTime();
                screen.show(shop.counts(processor.tally()));
            }
        }
    }

    private boolean tellHowToAsk(Optional<String> reminded, RunningProcessor processor) {
        reminded.ifPresent(profile -> screen.print(format(
                "why %s? JOURNEY_HTTP_TOKEN=%s ./journey explain %s --url http://%s",
                profile, token, profile, processor.address())));
        return reminded.isPresent();
    }

    private boolean isOver(long startedNanos) {
        return choices.runFor()
                .map(length -> System.nanoTime() - startedNanos >= length.toNanos())
                .orElse(false);
    }

    private void requireWell(RunningProcessor processor) {
        if (processor.stopReason().orElse(null) instanceof StopReason.GaveUp gaveUp) {
            throw new Failure(
                    ExitCode.STREAM_THREAD,
                    "the processor gave up after repeated failures (" + gaveUp.failure() + "); see " + directory.log());
        }
    }

    private void summarise(DemoShop shop, List<String> counts) {
        screen.print("");
        screen.print("In all");
        counts.forEach(screen::print);
        shop.checks().forEach(line -> screen.print("          check      " + line));
        screen.print("");
    }

    private void stop(boolean isWell) {
        long startedNanos = System.nanoTime();
        screen.endCounts();
        screen.print("stopping …");
        while (!closers.isEmpty()) {
            closers.pop().run();
        }
        Logs.closeFile();
        screen.print(format("stopped in %.1f s; %s", secondsSince(startedNanos), whatBecameOfDirectory(isWell)));
    }

    private String whatBecameOfDirectory(boolean isWell) {
        if (!isWell || directory.isKept()) {
            return "data and log stay in " + directory.path();
        }
        try {
            directory.remove();
            return "nothing is left behind";
        } catch (IOException e) {
            return "not everything could be removed from " + directory.path() + " (" + e.getMessage() + ")";
        }
    }

    private void step(String what, String detail, long startedNanos) {
        screen.print(format("%-10s %s (%.1f s)", what, detail, secondsSince(startedNanos)));
    }

    private static double secondsSince(long startedNanos) {
        return (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
