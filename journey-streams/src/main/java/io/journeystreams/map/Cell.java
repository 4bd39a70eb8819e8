package io.journeystreams.map;

import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.map.MapCount;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted in one cell of the map, or in several added up. Counts of a part of the map may be below zero: what was counted in one
 * partition may be taken out in another, when a device becomes a customer's. For one thread.
 */
public final class Cell {

    private long count;
    private long loops;
    private final TreeMap<String, Long> values = new TreeMap<>();
    private final Durations durations = new Durations();
    private final Customers customers = new Customers();

    void add(MapCount more) {
        count += more.count();
        loops += more.isLoop() ? more.count() : 0;
        more.value().ifPresent(money -> addValue(money.currency(), more.count() * money.tenThousandths()));
        more.durationMs().ifPresent(ms -> durations.add(ms, more.count()));
    }

    public void add(Cell other) {
        add(other.count, other.loops);
        other.values.forEach(this::addValue);
        durations.add(other.durations);
        customers.add(other.customers);
    }

    void add(long moreCount, long moreLoops) {
        count += moreCount;
        loops += moreLoops;
    }

    /** A sum of nothing is none: it is not kept. */
    void addValue(String currency, long tenThousandths) {
        if (tenThousandths == 0) {
            return;
        }
        values.merge(
                currency, tenThousandths, (before, more) -> before + more == 0 ? null : Long.valueOf(before + more));
    }

    public long count() {
        return count;
    }

    public long loops() {
        return loops;
    }

    /** Sums by currency, in {@link Money}'s ten-thousandths. */
    public SortedMap<String, Long> values() {
        return values;
    }

    public Durations durations() {
        return durations;
    }

    public Customers customers() {
        return customers;
    }

    /** Everything that was counted has been taken out again. */
    boolean isEmpty() {
        return count == 0 && loops == 0 && values.isEmpty() && durations.isEmpty();
    }
}
