package io.journeystreams.load.faults;

import io.journeystreams.load.generator.Generator;
import io.journeystreams.load.generator.PlannedRecord;
import io.journeystreams.load.generator.Population;
import io.journeystreams.load.generator.Rates;
import io.journeystreams.load.oracle.ShopRules;
import io.journeystreams.load.rig.Gauges;
import io.journeystreams.load.rig.Instance;
import io.journeystreams.load.rig.Pause;
import io.journeystreams.load.rig.Rig;
import io.journeystreams.load.rig.RigSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One fault run.
 *
 * <pre>
 *   set up ─► play customers, make faults ─► heal, read to the end, let everything fall due and be told ─► SIGTERM ─► judge
 * </pre>
 */
public final class FaultRun {

    private static final int PARTITIONS = 4;

    /** Longer than any delay, gap and cool-down of {@link ShopRules#compressed}. */
    private static final Duration EVERYTHING_FALLS_DUE = Duration.ofSeconds(20);

    /** That it leads to in the journal, one after the other: its device's, its customer's, that of whom they were merged into. */
    private static final int ENTRIES_OF_AN_EVENT = 3;

    /** For planning and encoding what is played: late records are the exception, and not the rule. */
    private static final Duration TO_PREPARE = Duration.ofSeconds(5);

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(3);

    private final FaultRunRequest request;
    private final Consumer<String> progress;
    private final long createdNanos = System.nanoTime();

    /** @param progress told what happens, a line each */
    public FaultRun(FaultRunRequest request, Consumer<String> progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs it and ends every process that it started.
     *
     * @throws IllegalStateException if it cannot be set up, or the processor does not come to an end of what it has to do
     */
    public RunReport run() {
        ShopRules rules = ShopRules.compressed();
        Processors processors = request.processors();
        RigSettings settings = RigSettings.of(processors.instances(), PARTITIONS, rules.yaml())
                .withStandbyReplicas(processors.standbyReplicas())
                .withProfileHeapPercent(processors.profileHeapPercent());
        say("setting up broker, registry, topics and " + processors.instances() + " instances in "
                + request.directory());
        try (Rig rig = Rig.open(request.directory(), settings);
                TopicReader topics = new TopicReader(rig.broker().bootstrapServers())) {
            List<Fault> schedule = FaultSchedule.of(request.seed(), request.length(), processors.instances());
            FaultInjector faults = new FaultInjector(rig, schedule, this::say);
            rig.instances().forEach(Instance::start);
            await("all instances are ready", STARTS_WITHIN, faults, () -> isReady(rig));
            int taken = play(rig, faults);
            settle(rig, topics, faults);
            return judge(rig, topics, faults, schedule, taken);
        }
    }

    private int play(Rig rig, FaultInjector faults) {
        Instant beginning = Instant.now().plus(TO_PREPARE);
        List<PlannedRecord> plan = new Generator(request.seed(), Population.of(request.customers()), Rates.usual())
                .plan(beginning, request.length());
        say("playing " + plan.size() + " records of " + request.customers() + " customers");
        try (Traffic traffic = new Traffic(plan, rig.broker().bootstrapServers(), rig.schemas())) {
            traffic.start(beginning);
            await("records are sent and faults are over", request.length().plus(HEALS_WITHIN), faults, () -> {
                faults.advance(Duration.between(beginning, Instant.now()).toMillis());
                return traffic.isDone() && faults.isDone();
            });
            return traffic.awaitTaken();
        }
    }

    private void settle(Rig rig, TopicReader topics, FaultInjector faults) {
        long dueMs = System.currentTimeMillis() + EVERYTHING_FALLS_DUE.toMillis();
        await("all instances are ready", HEALS_WITHIN, faults, () -> isReady(rig));
        await("all inputs are read", HEALS_WITHIN, faults, () -> ShopTopics.INPUTS.stream()
                .allMatch(topic -> topics.hasRead(topics.ends(topic))));
        for (int entry = 1; entry <= ENTRIES_OF_AN_EVENT; entry++) {
            awaitJournalRead(topics, faults);
        }
        ClockWatch clocks = new ClockWatch(PARTITIONS, dueMs);
        await("all clocks have passed what is due, and no alert waits for a backlog", HEALS_WITHIN, faults, () -> {
            long nowMs = System.currentTimeMillis();
            return clocks.isOver(metrics(rig), nowMs);
        });
        awaitJournalRead(topics, faults);
    }

    /** Up to where it ends now, and what came of it has been committed. */
    private void awaitJournalRead(TopicReader topics, FaultInjector faults) {
        var ends = topics.ends(ShopTopics.JOURNAL);
        await("the journal is read", HEALS_WITHIN, faults, () -> topics.hasRead(ends));
    }

    private RunReport judge(Rig rig, TopicReader topics, FaultInjector faults, List<Fault> schedule, int taken) {
        List<Gauges> metrics = metrics(rig);
        List<String> pages = rig.instances().stream()
                .flatMap(instance -> Stream.of("/metrics", "/status", "/ready").map(instance::page))
                .toList();
        faults.stopAll();
        say("all have stopped; reading what was published");
        Outcome outcome = new OutcomeReader(topics, rig.schemas()).read();
        Judgement judgement = new Judgement(outcome);
        Conduct conduct = new Conduct(faults.done(), faults.exits());
        List<Check> checks = List.of(
                conduct.everyFaultWasMade(schedule),
                judgement.somethingHappened(),
                judgement.nothingSentIsLost(taken),
                judgement.transactionsHaveEnded(),
                judgement.everyInputIsAccountedFor(),
                judgement.deadLettersAreTheUnreadable(),
                judgement.nothingIsPublishedTwice(),
                judgement.noBuyerIsReminded(),
                judgement.theOracleAgrees(ShopRules.compressed()),
                Conservation.of(metrics),
                judgement.nobodyIsNamed(logs(rig), pages),
                conduct.allEndsWereExpected());
        return new RunReport(request, Duration.ofNanos(System.nanoTime() - createdNanos), checks);
    }

    private static List<Path> logs(Rig rig) {
        List<Path> logs = new ArrayList<>();
        rig.instances().forEach(instance -> logs.addAll(instance.logs()));
        return logs;
    }

    private static boolean isReady(Rig rig) {
        return rig.instances().stream().allMatch(Instance::isReady);
    }

    private static List<Gauges> metrics(Rig rig) {
        return rig.instances().stream().map(Instance::metrics).toList();
    }

    private void await(String what, Duration limit, FaultInjector faults, BooleanSupplier condition) {
        long stopNanos = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > stopNanos) {
                throw new IllegalStateException(
                        "not within " + limit.toSeconds() + " s: " + what + "; see " + request.directory());
            }
            faults.tend();
            Pause.briefly();
        }
        say(what);
    }

    private void say(String line) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - createdNanos);
        progress.accept(String.format("%4d s  %s", seconds, line));
    }
}
