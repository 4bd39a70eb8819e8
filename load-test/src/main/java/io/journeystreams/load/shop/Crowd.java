package io.journeystreams.load.shop;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * What a shop's regulars do while always as many of them are there: somebody leaves, somebody else comes. Without an end, in the
 * order of time, the same for the same seed. Four in five visits are those of one visitor in five.
 */
public final class Crowd implements Iterator<ShopEvent> {

    /** Few enough that among the busy ones, too, there is always somebody who is not there. */
    private static final int ONE_IN_EIGHT_IS_THERE = 8;

    private static final int ONE_IN_FIVE = 5;
    private static final int FEWEST_VISITORS = 40;
    private static final long LONGEST_WAIT_MS = 90_000;

    private final SplittableRandom random;
    private final Visitor[] visitors;
    private final BitSet there = new BitSet();
    private final PriorityQueue<Visiting> visiting = new PriorityQueue<>(Comparator.comparingLong(Visiting::atMs)
            .thenComparingInt(one -> one.event().device()));

    /** @param visitors there are, numbered from 0; at least 40 */
    public Crowd(long seed, int visitors) {
        if (visitors < FEWEST_VISITORS) {
            throw new IllegalArgumentException("a crowd has at least " + FEWEST_VISITORS + " visitors: " + visitors);
        }
        this.random = new SplittableRandom(seed);
        this.visitors = new Visitor[visitors];
        for (int i = 0; i < visitors / ONE_IN_EIGHT_IS_THERE; i++) {
            come(0);
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /** The time of an event says which comes first, and how a visitor's steps lie apart beside those of others; no more. */
    @Override
    public ShopEvent next() {
        Visiting one = visiting.remove();
        ShopEvent event = one.event();
        if (one.isLast()) {
            there.clear(event.device());
            come(event.atMs());
        } else {
            visiting.add(one.further());
        }
        return event;
    }

    private void come(long nowMs) {
        int device = someoneAway();
        there.set(device);
        if (visitors[device] == null) {
            visitors[device] = Visitor.regular(device);
        }
        long fromMs = nowMs + 1 + random.nextLong(LONGEST_WAIT_MS);
        visiting.add(new Visiting(visitors[device].visit(fromMs, random), 0));
    }

    private int someoneAway() {
        int busy = visitors.length / ONE_IN_FIVE;
        boolean isBusy = random.nextInt(ONE_IN_FIVE) != 0;
        int device;
        do {
            device = isBusy ? random.nextInt(busy) : random.nextInt(busy, visitors.length);
        } while (there.get(device));
        return device;
    }
}
