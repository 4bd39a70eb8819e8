package io.journeystreams.load.faults;

import io.journeystreams.load.rig.Instance;
import io.journeystreams.load.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does to a rig what a schedule says, and puts it right again. Whatever ends by itself is started again after a second, as a
 * service manager does. For one thread, which calls {@link #advance} or {@link #tend} often.
 */
final class FaultInjector {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final Duration SLOW_BY = Duration.ofMillis(40);
    private static final long RESTART_AFTER_MS = 1_000;

    private final Rig rig;
    private final Consumer<String> progress;
    private final List<Fault> toCome;
    private final List<Fault> lasting = new ArrayList<>();
    private final Map<Instance, Long> restartAtMs = new HashMap<>();
    private final Set<Instance> down = new HashSet<>();
    private final Set<Instance> asked = new HashSet<>();
    private final Map<Fault.Kind, Integer> done = new TreeMap<>();
    private final List<Exit> exits = new ArrayList<>();

    /**
     * An instance that ended without having been killed.
     *
     * @param isAsked by SIGTERM, and not by itself
     * @param isInTime within ten seconds of that; otherwise it was killed, and the code is of no meaning
     * @param hasStarted it had come so far as to serve its metrics
     */
    record Exit(String instance, int start, boolean isAsked, boolean isInTime, boolean hasStarted, int code) {

        static Exit of(Instance instance, boolean isAsked, boolean isInTime) {
            int code = instance.exitCode().orElseThrow();
            return new Exit(instance.name(), instance.starts(), isAsked, isInTime, instance.hasStarted(), code);
        }
    }

    FaultInjector(Rig rig, List<Fault> schedule, Consumer<String> progress) {
        this.rig = rig;
        this.progress = progress;
        this.toCome = new ArrayList<>(schedule);
        toCome.sort(Comparator.comparingLong(Fault::atMs));
    }

    /** How often each kind of fault was inflicted. */
    Map<Fault.Kind, Integer> done() {
        return Map.copyOf(done);
    }

    List<Exit> exits() {
        return List.copyOf(exits);
    }

    boolean isDone() {
        return toCome.isEmpty() && lasting.isEmpty() && restartAtMs.isEmpty();
    }

    /**
     * Ends and begins what is due, and starts again what has ended by itself.
     *
     * @param nowMs milliseconds after the run began
     */
    void advance(long nowMs) {
        lasting.stream().filter(fault -> fault.endMs() <= nowMs).toList().forEach(this::end);
        toCome.stream()
                .filter(fault -> fault.atMs() <= nowMs && isFree(fault.victim()))
                .findFirst()
                .ifPresent(fault -> begin(fault, nowMs));
        tend();
    }

    /** On a slow machine a fault may last longer than planned. */
    private boolean isFree(String victim) {
        return lasting.stream().noneMatch(fault -> fault.victim().equals(victim));
    }

    /** Starts again what has ended by itself. */
    void tend() {
        long nowMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        rig.instances().forEach(instance -> tend(instance, nowMs));
    }

    /** SIGTERM to all that run. */
    void stopAll() {
        List<Instance> running =
                rig.instances().stream().filter(Instance::isAlive).toList();
        running.forEach(Instance::terminate);
        long startNanos = System.nanoTime();
        for (Instance instance : running) {
            Duration left = STOPS_WITHIN.minusNanos(System.nanoTime() - startNanos);
            noteStop(instance, instance.endsWithin(left.isNegative() ? Duration.ZERO : left));
        }
    }

    private void begin(Fault fault, long nowMs) {
        toCome.remove(fault);
        progress.accept(fault.toString());
        done.merge(fault.kind(), 1, Integer::sum);
        Instance instance = rig.instances().get(fault.instance());
        switch (fault.kind()) {
            case KILLED -> killed(instance);
            case STATE_LOST -> {
                killed(instance);
                instance.deleteState();
            }
            case STOPPED -> stopped(instance);
            case FROZEN -> {
                if (instance.isAlive()) {
                    instance.freeze();
                }
            }
            case CUT -> instance.network().cut();
            case SILENT -> instance.network().silence();
            case SLOW -> instance.network().slowDown(SLOW_BY);
            case BROKER_KILLED -> rig.broker().kill();
            case REGISTRY_AWAY -> rig.registry().stop();
        }
        lasting.add(new Fault(fault.kind(), nowMs, fault.lastsMs(), fault.instance()));
    }

    private void end(Fault fault) {
        lasting.remove(fault);
        Instance instance = rig.instances().get(fault.instance());
        switch (fault.kind()) {
            case KILLED, STATE_LOST -> comesBack(instance);
            case STOPPED -> {
                if (asked.remove(instance)) {
                    noteStop(instance, instance.endsWithin(Duration.ofSeconds(1)));
                }
                comesBack(instance);
            }
            case FROZEN -> instance.thaw();
            case CUT, SILENT, SLOW -> instance.network().open();
            case BROKER_KILLED -> rig.broker().restart();
            case REGISTRY_AWAY -> rig.registry().restart();
        }
    }

    private void stopped(Instance instance) {
        down.add(instance);
        restartAtMs.remove(instance);
        if (instance.isAlive()) {
            asked.add(instance);
            instance.terminate();
        }
    }

    private void killed(Instance instance) {
        down.add(instance);
        restartAtMs.remove(instance);
        if (instance.isAlive()) {
            instance.kill();
        }
    }

    private void comesBack(Instance instance) {
        down.remove(instance);
        instance.start();
    }

    private void noteStop(Instance instance, boolean isInTime) {
        if (!isInTime) {
            instance.kill();
        }
        exits.add(Exit.of(instance, true, isInTime));
    }

    private void tend(Instance instance, long nowMs) {
        if (instance.isAlive() || down.contains(instance)) {
            return;
        }
        if (!restartAtMs.containsKey(instance)) {
            int code = instance.exitCode().orElseThrow();
            progress.accept(instance.name() + " ended by itself with " + code + "; it is started again");
            exits.add(Exit.of(instance, false, true));
            restartAtMs.put(instance, nowMs + RESTART_AFTER_MS);
        } else if (restartAtMs.get(instance) <= nowMs) {
            restartAtMs.remove(instance);
            instance.start();
        }
    }
}
