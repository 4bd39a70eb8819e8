package io.journeystreams.load.bench;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.Visiting;
import io.journeystreams.load.shop.Visitor;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A week of a shop, or less if there are few events, in event-time order; the same for the same seed. One visitor for ten events, and four in five visits are those of
 * one visitor in five.
 */
final class ShopLog implements Iterator<ShopEvent> {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofDays(2);

    /** A hundred events a minute: with fewer, those pay most who do something each minute. */
    private static final Duration TIME_PER_EVENT = Duration.ofMillis(600);

    private static final int EVENTS_PER_VISITOR = 10;
    private static final int EVENTS_PER_VISIT = 7;
    private static final int ONE_IN_FIVE = 5;

    private final SplittableRandom random;
    private final Visitor[] visitors;
    private final PriorityQueue<Visiting> visiting = new PriorityQueue<>(Comparator.comparingLong(Visiting::atMs)
            .thenComparingInt(one -> one.event().device()));
    private final long betweenVisitsMs;
    private long nextVisitMs;
    private long left;

    /** @param events how many there are, at least 1 000 */
    ShopLog(long seed, long events, long beginningMs) {
        if (events < 1_000) {
            throw new IllegalArgumentException("at least 1000 events make a week: " + events);
        }
        this.random = new SplittableRandom(seed);
        this.visitors = new Visitor[Math.toIntExact(events / EVENTS_PER_VISITOR)];
        this.left = events;
        this.nextVisitMs = beginningMs;
        this.betweenVisitsMs = lengthMs(events) * EVENTS_PER_VISIT / events;
    }

    /** From the first event to the last, about; milliseconds. */
    static long lengthMs(long events) {
        long wantedMs = TIME_PER_EVENT.multipliedBy(events).toMillis();
        return Math.min(WEEK.toMillis(), Math.max(SHORTEST.toMillis(), wantedMs));
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public ShopEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the week is over");
        }
        left--;
        begin();
        Visiting one = visiting.remove();
        ShopEvent event = one.event();
        if (!one.isLast()) {
            visiting.add(one.further());
        }
        return event;
    }

    /** Every visit that begins before anything else happens. */
    private void begin() {
        while (visiting.isEmpty() || nextVisitMs <= visiting.element().atMs()) {
            visiting.add(new Visiting(someoneFree().visit(nextVisitMs, random), 0));
            nextVisitMs += 1 + random.nextLong(2 * betweenVisitsMs + 1);
        }
    }

    private Visitor someoneFree() {
        boolean isBusy = random.nextInt(ONE_IN_FIVE) != 0;
        Visitor visitor = visitor(isBusy);
        while (!visitor.isFree(nextVisitMs)) {
            visitor = visitor(isBusy);
        }
        return visitor;
    }

    private Visitor visitor(boolean isBusy) {
        int busy = Math.max(1, visitors.length / ONE_IN_FIVE);
        int device = isBusy ? random.nextInt(busy) : random.nextInt(busy, visitors.length);
        if (visitors[device] == null) {
            visitors[device] = Visitor.of(device);
        }
        return visitors[device];
    }
}
