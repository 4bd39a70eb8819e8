package io.journeystreams.load.steady;

import io.journeystreams.load.measure.Machine;
import io.journeystreams.load.rig.Cluster;
import io.journeystreams.load.rig.Commits;
import io.journeystreams.load.rig.JourneyConfig;
import io.journeystreams.load.rig.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A shop whose events come at a constant rate, whether the processor keeps up or not.
 *
 * <pre>
 *   crowd ─► sender ─► clickstream.events ─► instances ─► outputs ─► receiver
 *              └── what must come, and when it was due ─► ledger ◄── what came ──┘
 * </pre>
 */
public final class Steady {

    private static final String APPLICATION = "steady";
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    /** As long as outputs still come, they are waited for. */
    private static final Duration PATIENCE_WITHOUT_OUTPUTS = Duration.ofSeconds(30);

    /** So long after the last output one that comes twice would be seen. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long BEFORE_START_MS = 500;

    private final SteadyRequest request;
    private final Consumer<String> progress;
    private final long createdNanos = System.nanoTime();
    private final List<SteadyInstance> instances = new ArrayList<>();

    /** @param progress told what happens, a line each */
    public Steady(SteadyRequest request, Consumer<String> progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs it and ends every process that it started.
     *
     * @throws IllegalStateException if it cannot be set up, or a process ends by itself
     */
    public SteadyReport run() {
        try (Cluster cluster = Cluster.start(request.directory());
                Commits commits = new Commits(cluster.bootstrapServers())) {
            config(cluster, "setup").setUp(request.directory(), request.partitions(), request.jvmOptions());
            startInstances(cluster);
            return measure(cluster, commits);
        } finally {
            instances.forEach(SteadyInstance::close);
        }
    }

    private void startInstances(Cluster cluster) {
        for (int number = 1; number <= request.instances(); number++) {
            String name = "instance-" + number;
            instances.add(SteadyInstance.start(name, request, config(cluster, name)));
        }
        long stopNanos = System.nanoTime() + READY_WITHIN.toNanos();
        while (!instances.stream().allMatch(SteadyInstance::isReady)) {
            if (System.nanoTime() > stopNanos) {
                throw new IllegalStateException("not ready within " + READY_WITHIN);
            }
            Pause.briefly();
        }
        say("ready: " + request.instances() + " instance(s), " + request.visitors() + " visitors");
    }

    private SteadyReport measure(Cluster cluster, Commits commits) {
        Schedule schedule = new Schedule(
                System.nanoTime() + Duration.ofMillis(BEFORE_START_MS).toNanos(),
                System.currentTimeMillis() + BEFORE_START_MS,
                request.rate());
        Ledger ledger = new Ledger(schedule, request.allEvents(), request.visitors(), request.warmUpEvents());
        try (Receiver receiver = new Receiver(ledger, cluster);
                Sender sender = new Sender(request, schedule, ledger, cluster)) {
            receiver.start();
            sender.start();
            List<Reading> readings = new ArrayList<>();
            for (int second = 0; second <= request.allSeconds(); second++) {
                awaitSecond(schedule, second);
                sender.requireHealthy();
                receiver.requireHealthy();
                moveTasks(second);
                readings.add(reading(second, cluster, commits, sender));
                tell(readings.get(second), ledger);
            }
            sender.awaitEnd();
            awaitOutputs(ledger, receiver);
            sender.requireHealthy();
            receiver.requireHealthy();
            Span span = new Span(readings.subList(request.warmUpSeconds(), readings.size()), request.rate());
            return new SteadyReport(Machine.here(), request, tallies(ledger), span, sender.latestMs(), heapUses());
        }
    }

    private Reading reading(int second, Cluster cluster, Commits commits, Sender sender) {
        List<Usage> usages = instances.stream().map(SteadyInstance::usage).toList();
        long sent = sender.sent();
        return new Reading(second, usages, cluster.brokerCpuMs(), sent, commits.of(APPLICATION, Sender.TOPIC));
    }

    private void moveTasks(int second) {
        if (!request.takesOver()) {
            return;
        }
        SteadyInstance first = instances.get(0);
        if (second == request.warmUpSeconds() + request.seconds() / 2) {
            say(first.name() + " is stopped");
            first.leave();
        } else if (first.returnIfGone()) {
            say(first.name() + " is gone, and started again");
        }
    }

    private void awaitOutputs(Ledger ledger, Receiver receiver) {
        long outstanding = ledger.outstanding();
        long stopNanos = System.nanoTime() + PATIENCE_WITHOUT_OUTPUTS.toNanos();
        while (ledger.outstanding() > 0 && System.nanoTime() < stopNanos) {
            Pause.briefly();
            receiver.requireHealthy();
            if (ledger.outstanding() < outstanding) {
                outstanding = ledger.outstanding();
                stopNanos = System.nanoTime() + PATIENCE_WITHOUT_OUTPUTS.toNanos();
            }
        }
        long seenNanos = System.nanoTime() + AFTERWARDS.toNanos();
        while (System.nanoTime() < seenNanos) {
            Pause.briefly();
        }
    }

    private List<HeapUse> heapUses() {
        return instances.stream().flatMap(one -> one.heapUses().stream()).toList();
    }

    private static List<Tally> tallies(Ledger ledger) {
        return Stream.of(OutputKind.values()).map(ledger::tally).toList();
    }

    private JourneyConfig config(Cluster cluster, String name) {
        return JourneyConfig.beside(
                cluster, APPLICATION, request.directory().resolve(name + "-state"), request.threads());
    }

    private static void awaitSecond(Schedule schedule, int second) {
        long atNanos = schedule.startNanos() + second * SECOND_NANOS;
        long leftNanos = atNanos - System.nanoTime();
        while (leftNanos > 0) {
            LockSupport.parkNanos(leftNanos);
            leftNanos = atNanos - System.nanoTime();
        }
    }

    private void tell(Reading reading, Ledger ledger) {
        if (reading.second() % 10 == 0) {
            say(reading.sent() + " events sent, " + reading.lag() + " not committed, " + ledger.outstanding()
                    + " outputs to come");
        }
    }

    private void say(String line) {
        progress.accept(String.format("%4d s  %s", (System.nanoTime() - createdNanos) / SECOND_NANOS, line));
    }
}
