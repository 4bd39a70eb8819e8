package io.journeystreams.load.jmh;

import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.load.bench.ShopClicks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is measured on: seeded customers of the shop with about 20 recent events and something in their cart, each about to do
 * the next thing. There are several, since one alone would be learned by heart by the machine. For one thread.
 *
 * @param <T> what a benchmark makes of each of them
 */
final class Situations<T> {

    static final int FEWEST_RECENT = 18;
    static final int MOST_RECENT = 22;
    static final int COUNT = 64;

    private static final long SEED = 1;
    private static final long EVENTS = 20_000;

    /** 2026-03-02T00:00Z, epoch milliseconds. */
    private static final long MONDAY_MS = 1_772_409_600_000L;

    private static final List<Situation> USUAL = select();

    private final List<T> items;
    private int next;

    private Situations(List<T> items) {
        this.items = items;
    }

    /** Made by {@code kind} of each customer. */
    static <T> Situations<T> of(Function<Situation, T> kind) {
        return new Situations<>(USUAL.stream().map(kind).toList());
    }

    static List<Situation> usual() {
        return USUAL;
    }

    /** One after the other, and again from the first. */
    T next() {
        T item = items.get(next);
        next = (next + 1) % COUNT;
        return item;
    }

    private static List<Situation> select() {
        ShopCustomers customers = new ShopCustomers();
        ShopClicks clicks = new ShopClicks(SEED, EVENTS, MONDAY_MS);
        List<Situation> usual = new ArrayList<>();
        while (usual.size() < COUNT && clicks.hasNext()) {
            Situation situation = customers.take(clicks.next());
            if (isUsual(situation.stored().profile())) {
                usual.add(situation);
            }
        }
        if (usual.size() < COUNT) {
            throw new IllegalStateException("too few usual customers in " + EVENTS + " events: " + usual.size());
        }
        return List.copyOf(usual);
    }

    private static boolean isUsual(ProfileState state) {
        int recent = state.recent().size();
        return recent >= FEWEST_RECENT
                && recent <= MOST_RECENT
                && state.telling().told().carts().carts().stream().anyMatch(cart -> !cart.isEmpty());
    }
}
