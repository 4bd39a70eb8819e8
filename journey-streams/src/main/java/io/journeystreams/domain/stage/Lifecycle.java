package io.journeystreams.domain.stage;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the customer stands with the business.
 *
 * @param stage a stage of the model, or LAPSED, CHURNED, REACTIVATED; empty before the first touch
 * @param rank place of the highest stage reached, -1 before the first
 * @param sinceMs when the stage was entered, epoch milliseconds; meaningless before the first
 * @param rankBeforeGoal highest stage reached below the goal's; -1 if there was none
 * @param firstTouch the first channel that was ever named (rule G8)
 */
public record Lifecycle(
        Optional<String> stage,
        int rank,
        long sinceMs,
        int rankBeforeGoal,
        Gathered gathered,
        KeptOrders orders,
        Optional<FirstTouch> firstTouch) {

    public static final Lifecycle NONE =
            new Lifecycle(Optional.empty(), -1, 0, -1, Gathered.NOTHING, KeptOrders.NONE, Optional.empty());

    /** @param atMs epoch milliseconds */
    public record FirstTouch(Channel channel, long atMs) {

        private static final Comparator<FirstTouch> EARLIER =
                Comparator.comparingLong(FirstTouch::atMs).thenComparing(FirstTouch::channel);
    }

    /** Has left: only buying leads back. */
    public boolean isAway() {
        return stage.filter(name -> name.equals(StageModel.LAPSED) || name.equals(StageModel.CHURNED))
                .isPresent();
    }

    Lifecycle with(Gathered next) {
        return new Lifecycle(stage, rank, sinceMs, rankBeforeGoal, next, orders, firstTouch);
    }

    Lifecycle with(KeptOrders next) {
        return new Lifecycle(stage, rank, sinceMs, rankBeforeGoal, gathered, next, firstTouch);
    }

    Lifecycle touchedThrough(Optional<Channel> channel, long atMs) {
        Optional<FirstTouch> touch = channel.map(named -> new FirstTouch(named, atMs));
        return firstTouch.isPresent()
                ? this
                : new Lifecycle(stage, rank, sinceMs, rankBeforeGoal, gathered, orders, touch);
    }

    public Optional<Channel> firstChannel() {
        return firstTouch.map(FirstTouch::channel);
    }

    /** Where one of two has come further, both have; what is left of evidence and orders is counted together. */
    Lifecycle union(Lifecycle other) {
        Lifecycle further = Comparator.comparingInt(Lifecycle::rank)
                                .thenComparing(Lifecycle::sinceMs)
                                .thenComparing(lifecycle -> lifecycle.stage().orElse(""))
                                .compare(this, other)
                        >= 0
                ? this
                : other;
        return new Lifecycle(
                further.stage,
                further.rank,
                further.sinceMs,
                Math.max(rankBeforeGoal, other.rankBeforeGoal),
                gathered.union(other.gathered),
                orders.union(other.orders),
                Stream.concat(firstTouch.stream(), other.firstTouch.stream()).min(FirstTouch.EARLIER));
    }

    /** Away, to be won back: the highest stage reached stays. */
    Lifecycle left(String next, long atMs) {
        return new Lifecycle(Optional.of(next), rank, atMs, rankBeforeGoal, gathered, orders, firstTouch);
    }

    Lifecycle at(String next, int nextRank, long atMs, int goalRank) {
        int before = goalRank < 0 || nextRank < goalRank ? nextRank : rankBeforeGoal;
        return new Lifecycle(Optional.of(next), nextRank, atMs, before, gathered, orders, firstTouch);
    }
}
