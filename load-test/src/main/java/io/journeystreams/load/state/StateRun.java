package io.journeystreams.load.state;

import io.journeystreams.load.bench.BenchTopics;
import io.journeystreams.load.bench.Contender;
import io.journeystreams.load.bench.Disk;
import io.journeystreams.load.bench.Figures;
import io.journeystreams.load.bench.Input;
import io.journeystreams.load.bench.InputWriter;
import io.journeystreams.load.bench.Launch;
import io.journeystreams.load.bench.ResultReader;
import io.journeystreams.load.bench.Results;
import io.journeystreams.load.bench.Sample;
import io.journeystreams.load.bench.Truth;
import io.journeystreams.load.bench.Watch;
import io.journeystreams.load.measure.Garbage;
import io.journeystreams.load.rig.Cluster;
import io.journeystreams.load.rig.JavaProcess;
import io.journeystreams.load.rig.Pause;
import io.journeystreams.load.shop.ShopEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * One size, with a cluster of its own.
 *
 * <pre>
 *   templates visit the shop ─► processor stops, its disk is emptied ─► its changelogs are filled with copies
 *     ─► processor starts and restores ─► customers visit the shop ─► four hours pass ─► results are compared
 * </pre>
 */
final class StateRun implements AutoCloseable {

    private static final String APPLICATION = "state";
    private static final Contender JOURNEY = Contender.JOURNEY;
    private static final String HISTORY = "history";
    private static final String RESTORED = "restored";
    private static final String JOURNAL = "journey.journal";

    /** No source follows the wall clock, by which events that are days old would be too late. The instance keeps its name without a disk. */
    private static final List<String> SETTINGS = List.of("clock.idleAfter=7d", "streams.instanceId=one");

    /** The last event is older: alerts are stale when they are found, and nothing waits for a backlog (rules T5 and T6). */
    private static final Duration AGE = Duration.ofDays(4);

    /** Between the end of the history and the next visit. */
    private static final Duration REST = Duration.ofDays(1);

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration READY_WITHIN_PER_PROFILE = Duration.ofMillis(1);
    private static final Duration CALM_WITHIN = Duration.ofMinutes(1);
    private static final Duration JOURNAL_READ_WITHIN = Duration.ofMinutes(5);

    /** Offsets at the end of a partition that no record has: the mark of a transaction or two. */
    private static final long MARKS = 4;

    private static final long MB = 1_000_000;
    private static final double NANOS = 1e9;

    private final StateRequest request;
    private final int customers;
    private final int round;
    private final Path directory;
    private final Consumer<String> progress;
    private final Cluster cluster;
    private final BenchTopics topics;
    private final InputWriter writer;
    private final Launch launch;
    private final Shop shop;
    private final Truth truth = new Truth();

    StateRun(StateRequest request, int customers, int round, Consumer<String> progress) {
        this.request = request;
        this.customers = customers;
        this.round = round;
        this.progress = progress;
        this.directory = request.directory().resolve(customers + "-" + round);
        this.cluster = Cluster.start(directory);
        this.topics = new BenchTopics(cluster.bootstrapServers());
        this.topics.createInput();
        this.launch = new Launch(cluster, topics, request.ofRun(directory));
        this.launch.setUpJourney();
        this.writer = new InputWriter(cluster.bootstrapServers(), cluster.schemas());
        this.shop = new Shop(request.seed(), request.templates());
    }

    StateLap run() {
        List<String> findings = new ArrayList<>();
        long visitsAtMs = Instant.now().minus(AGE).toEpochMilli() - Shop.lengthMs(customers, request.events());
        double emptyStartSeconds = makeHistory(visitsAtMs, findings);
        Results history = truth.results();
        Disk.delete(launch.state(APPLICATION));
        Seeded seeded = new Copier(cluster.bootstrapServers(), request.templates()).copy(APPLICATION, customers);
        say(
                "%d profiles of %d bytes and %d deadlines stand in the changelogs",
                seeded.profiles(), seeded.averageBytes(), seeded.deadlines());
        Restored restored = restore(visitsAtMs, history, findings);
        addUnrestored(seeded, restored.records(), findings);
        return new StateLap(
                customers,
                round,
                seeded,
                emptyStartSeconds,
                restored.seconds(),
                restored.records(),
                Disk.bytes(launch.state(APPLICATION)) / MB,
                restored.afterwards(),
                restored.atTheEnd(),
                restored.visited().figures(),
                restored.visited().recovered(),
                findings);
    }

    /**
     * A processor that was started without anything on its disk, and stopped after the visits.
     *
     * @param seconds until it was ready
     * @param records of profiles
     * @param afterwards its memory when it was ready
     * @param atTheEnd its memory after the visits
     */
    private record Restored(double seconds, long records, Memory afterwards, Memory atTheEnd, Visited visited) {}

    /** @param recovered carts that were left before the restore */
    private record Visited(Figures figures, int recovered) {}

    /** What the run has left on the disk goes, but for logs. */
    @Override
    public void close() {
        writer.close();
        topics.close();
        cluster.close();
        Disk.delete(launch.state(APPLICATION));
        Disk.delete(directory.resolve("broker"));
    }

    /** @return how long the start took, seconds */
    private double makeHistory(long visitsAtMs, List<String> findings) {
        CrmSigns.give(cluster.bootstrapServers(), cluster.schemas());
        long startedNanos = System.nanoTime();
        try (JavaProcess program = launch.startJourney(APPLICATION, HISTORY, SETTINGS)) {
            var unusedReadiness = awaitReady(program);
            double seconds = secondsSince(startedNanos);
            long beginningMs = visitsAtMs - Shop.HISTORY.toMillis() - REST.toMillis();
            writer.append(shop.history(beginningMs).iterator(), truth);
            writer.letTimePass();
            Input input = writer.written(truth);
            Watch watch = new Watch(cluster, topics, writer, input);
            var unused = watch.untilRead(program, APPLICATION, JOURNEY);
            Results found = complete(watch, program);
            addDifference("history", found.comparedWith(input.right()), findings);
            return seconds;
        }
    }

    private Restored restore(long visitsAtMs, Results history, List<String> findings) {
        long startedNanos = System.nanoTime();
        try (JavaProcess program = launch.startJourney(APPLICATION, RESTORED, SETTINGS)) {
            Readiness readiness = awaitReady(program);
            double seconds = secondsSince(startedNanos);
            Memory afterwards = memory(program);
            long records = readiness.restoredProfiles();
            say("restored in %.1f s: %d records of profiles", seconds, records);
            Calm.await(program, CALM_WITHIN);
            Visited visited = visit(program, visitsAtMs, history, findings);
            say(
                    "%d events, %.1f µs each",
                    visited.figures().events(), visited.figures().cpuMicros());
            return new Restored(seconds, records, afterwards, memory(program), visited);
        }
    }

    private Visited visit(JavaProcess program, long visitsAtMs, Results history, List<String> findings) {
        List<ShopEvent> visits = shop.visits(customers, visitsAtMs, request.events());
        long before = writer.written(truth).events();
        Recoveries expected = Recoveries.expected(shop, visits, history.carts());
        writer.append(visits.iterator(), truth);
        Input input = writer.written(truth);
        Watch watch = new Watch(cluster, topics, writer, input);
        var unused = watch.untilRead(program, APPLICATION, JOURNEY);
        long completeMs = untilJournalRead(watch, program);
        writer.letTimePass();
        Results found = complete(watch, program).since(visitsAtMs);
        addDifference("visits", found.comparedWith(input.right().since(visitsAtMs)), findings);
        Recoveries published = Recoveries.published(cluster.bootstrapServers(), cluster.schemas(), visitsAtMs);
        addDifference("carts of before the restore", published.comparedWith(expected), findings);
        say(
                "%d sessions, %d abandoned carts, %d carts of before the restore bought",
                found.sessions().size(),
                found.carts().size(),
                published.products().size());
        List<Sample> samples = watch.samples().stream()
                .map(sample -> new Sample(
                        sample.atMs(), sample.cpuMs(), sample.brokerCpuMs(), Math.max(0, sample.events() - before)))
                .toList();
        Garbage garbage = Garbage.in(launch.garbageLog(RESTORED));
        Figures figures = Figures.of(samples, visits.size(), completeMs, garbage);
        return new Visited(figures, published.products().size());
    }

    private Results complete(Watch watch, JavaProcess program) {
        try (ResultReader reader =
                new ResultReader(cluster.bootstrapServers(), cluster.schemas(), JOURNEY.resultTopics())) {
            watch.awaitQuiet(program, APPLICATION, JOURNEY);
            return watch.untilComplete(program, APPLICATION, JOURNEY, reader);
        }
    }

    /** Epoch milliseconds of the moment when what intake has made of the input had been read too. */
    private long untilJournalRead(Watch watch, JavaProcess program) {
        Map<TopicPartition, Long> ends = topics.ends(List.of(JOURNAL));
        long stopNanos = System.nanoTime() + JOURNAL_READ_WITHIN.toNanos();
        while (!hasRead(ends)) {
            if (System.nanoTime() > stopNanos) {
                throw new IllegalStateException("the journal is not read to its end: " + ends);
            }
            var unused = watch.sample(program, APPLICATION);
            Pause.briefly();
        }
        return watch.sample(program, APPLICATION).atMs();
    }

    private boolean hasRead(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> committed = topics.committedOffsets(APPLICATION);
        return ends.entrySet().stream()
                .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) + MARKS >= end.getValue());
    }

    private Readiness awaitReady(JavaProcess program) {
        Readiness readiness = new Readiness(program);
        readiness.await(READY_WITHIN.plus(READY_WITHIN_PER_PROFILE.multipliedBy(customers)));
        return readiness;
    }

    private Memory memory(JavaProcess program) {
        return Memory.of(program.pid(), launch.garbageLog(RESTORED));
    }

    /** Broker and processor need not keep what has been written over. */
    private static void addUnrestored(Seeded seeded, long restored, List<String> findings) {
        if (restored < seeded.profiles() || restored > seeded.records()) {
            findings.add("restored: " + restored + " records, of " + seeded.profiles() + " profiles with "
                    + seeded.records() + " records");
        }
    }

    private static void addDifference(String of, String difference, List<String> findings) {
        if (!difference.equals("equal")) {
            findings.add(of + ": " + difference);
        }
    }

    private void say(String format, Object... values) {
        progress.accept(customers + " customers: " + String.format(Locale.ROOT, format, values));
    }

    private static double secondsSince(long startedNanos) {
        return (System.nanoTime() - startedNanos) / NANOS;
    }
}
