package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The signals of a contract.
 *
 * @param all the latest {@link #MAX}, the earliest first
 */
public record Signals(List<Signal> all) {

    public static final Signals NONE = new Signals(List.of());

    /** Signals kept; the oldest weigh the least and go first. */
    public static final int MAX = 50;

    public Signals {
        all = List.copyOf(all);
    }

    Signals with(Signal signal) {
        return all.stream().anyMatch(signal::repeats) ? this : latest(Stream.concat(all.stream(), Stream.of(signal)));
    }

    Signals without(SignalKind kind) {
        return new Signals(all.stream().filter(signal -> signal.kind() != kind).toList());
    }

    boolean has(SignalKind kind) {
        return all.stream().anyMatch(signal -> signal.kind() == kind);
    }

    Optional<Signal> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The latest last. */
    List<EventId> evidence(SignalKind kind) {
        return all.stream()
                .filter(signal -> signal.kind() == kind)
                .map(Signal::by)
                .distinct()
                .toList();
    }

    Signals union(Signals other) {
        return latest(Stream.concat(all.stream(), other.all.stream()).distinct());
    }

    private static Signals latest(Stream<Signal> signals) {
        List<Signal> sorted = new ArrayList<>(signals.sorted(Signal.BY_TIME).toList());
        return new Signals(sorted.subList(Math.max(0, sorted.size() - MAX), sorted.size()));
    }
}
