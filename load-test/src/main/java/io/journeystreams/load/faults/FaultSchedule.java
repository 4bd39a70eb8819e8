package io.journeystreams.load.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which faults come when, all from a seed. Kinds are dealt like cards, so that each comes before one comes twice; several may
 * last at the same time, but not two of the same victim.
 */
final class FaultSchedule {

    /** Until then all is well. */
    private static final long FIRST_AT_MS = 4_000;

    private static final int SHORTEST_PAUSE_MS = 1_500;
    private static final int LONGEST_PAUSE_MS = 4_500;

    private final Random random;
    private final int instances;
    private final Deque<Fault.Kind> cards = new ArrayDeque<>();
    private final Map<String, Long> busyUntilMs = new HashMap<>();

    private FaultSchedule(long seed, int instances) {
        this.random = new Random(seed);
        this.instances = instances;
    }

    /** In order of time; the last is over at {@code length}. */
    static List<Fault> of(long seed, Duration length, int instances) {
        return new FaultSchedule(seed, instances).upTo(length.toMillis());
    }

    private List<Fault> upTo(long lengthMs) {
        List<Fault> faults = new ArrayList<>();
        for (long atMs = FIRST_AT_MS; atMs < lengthMs; atMs += pauseMs()) {
            Fault fault = next(atMs, lengthMs);
            if (fault.lastsMs() >= fault.kind().shortestMs() && busyUntilMs.getOrDefault(fault.victim(), 0L) <= atMs) {
                faults.add(fault);
                busyUntilMs.put(fault.victim(), fault.endMs() + SHORTEST_PAUSE_MS);
                cards.remove(fault.kind());
            }
        }
        return List.copyOf(faults);
    }

    private Fault next(long atMs, long lengthMs) {
        if (cards.isEmpty()) {
            List<Fault.Kind> shuffled = new ArrayList<>(List.of(Fault.Kind.values()));
            Collections.shuffle(shuffled, random);
            cards.addAll(shuffled);
        }
        Fault.Kind kind = cards.getFirst();
        long lastsMs = kind.shortestMs() + random.nextInt((int) (kind.longestMs() - kind.shortestMs()));
        return new Fault(kind, atMs, Math.min(lastsMs, lengthMs - atMs), victim(kind, atMs));
    }

    private int victim(Fault.Kind kind, long atMs) {
        int first = random.nextInt(instances);
        return IntStream.range(0, instances)
                .map(i -> (first + i) % instances)
                .filter(i -> busyUntilMs.getOrDefault(new Fault(kind, atMs, 0, i).victim(), 0L) <= atMs)
                .findFirst()
                .orElse(first);
    }

    private int pauseMs() {
        return SHORTEST_PAUSE_MS + random.nextInt(LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS);
    }
}
