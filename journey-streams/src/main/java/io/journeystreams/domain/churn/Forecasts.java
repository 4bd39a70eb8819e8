package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.fact.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Risks that are to be compared with what happens.
 *
 * @param sampledBy the first order of a customer who belongs to the sample
 * @param nextSampleAtMs when the customer's risk is noted down next, epoch milliseconds; {@link Outlook#NEVER} outside the sample
 * @param open the earliest first
 * @param settled those that a late purchase may still change, the earliest first
 */
public record Forecasts(
        Optional<EventId> sampledBy, long nextSampleAtMs, List<Forecast> open, List<Settlement> settled) {

    public static final Forecasts NONE = new Forecasts(Optional.empty(), Outlook.NEVER, List.of(), List.of());

    /** Forecasts open at the same time. */
    static final int MAX_OPEN = 8;

    private static final int HEX_DIGITS = 8;
    private static final int HEX = 16;
    private static final double HASHES = 0x1p32;

    public Forecasts {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
    }

    /** When one is to be settled or noted down, epoch milliseconds; {@link Outlook#NEVER} if none is. */
    long nextDueAtMs() {
        long nextMs = nextSampleAtMs;
        for (Forecast forecast : open) {
            nextMs = Math.min(nextMs, forecast.settlesAtMs());
        }
        return nextMs;
    }

    /** Who belongs to the sample follows from the first order; times are spread over the horizon, so that all ages are judged. */
    Forecasts beginning(EventId firstOrder, long atMs, double share, Duration horizon) {
        double place = place("sample", firstOrder);
        return place < share
                ? new Forecasts(
                        Optional.of(firstOrder),
                        atMs + Math.round(place("phase", firstOrder) * horizon.toMillis()),
                        open,
                        settled)
                : this;
    }

    Forecasts sampledNextAt(long ms) {
        return new Forecasts(sampledBy, ms, open, settled);
    }

    Forecasts with(Forecast forecast) {
        List<Forecast> more = new ArrayList<>(open);
        more.add(forecast);
        return new Forecasts(
                sampledBy, nextSampleAtMs, more.subList(Math.max(0, more.size() - MAX_OPEN), more.size()), settled);
    }

    Forecasts without(Predicate<Forecast> gone) {
        return new Forecasts(
                sampledBy, nextSampleAtMs, open.stream().filter(gone.negate()).toList(), settled);
    }

    Forecasts settling(Forecast forecast, boolean left) {
        List<Settlement> more = new ArrayList<>(settled);
        more.add(forecast.settled(left));
        return new Forecasts(
                sampledBy,
                nextSampleAtMs,
                open.stream().filter(other -> !other.equals(forecast)).toList(),
                more);
    }

    Forecasts keeping(Predicate<? super Settlement> stays) {
        return new Forecasts(
                sampledBy, nextSampleAtMs, open, settled.stream().filter(stays).toList());
    }

    Forecasts union(Forecasts other) {
        List<Forecast> joined = Stream.concat(open.stream(), other.open.stream())
                .distinct()
                .sorted(Comparator.comparingLong(Forecast::madeAtMs)
                        .thenComparing(forecast -> forecast.by().value())
                        .thenComparing(Forecast::group))
                .toList();
        Forecasts sampled = Comparator.comparingLong(Forecasts::nextSampleAtMs)
                                .thenComparing(forecasts -> forecasts
                                        .sampledBy()
                                        .map(EventId::value)
                                        .orElse(""))
                                .compare(this, other)
                        <= 0
                ? this
                : other;
        return new Forecasts(
                sampled.sampledBy,
                sampled.nextSampleAtMs,
                joined.subList(Math.max(0, joined.size() - MAX_OPEN), joined.size()),
                Fact.union(settled, other.settled));
    }

    /** Evenly spread from 0 to below 1, the same on every replay. */
    private static double place(String what, EventId event) {
        String id = DerivedId.of("churn", what, event.value());
        return Long.parseLong(id.substring(0, HEX_DIGITS), HEX) / HASHES;
    }
}
