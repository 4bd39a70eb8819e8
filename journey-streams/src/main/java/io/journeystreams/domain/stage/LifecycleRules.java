package io.journeystreams.domain.stage;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the customer stands with the business: up by evidence, down only when the only order is taken back, out by leaving,
 * and back by buying (rules G5, G6). Browsing leads nowhere down.
 */
final class LifecycleRules {

    static final String REFUND = "refund";
    static final String CANCELLATION = "cancellation";
    static final String NEXT_ORDER = "next-order";

    private LifecycleRules() {}

    static Stages apply(Stages before, StageStep step) {
        KeptOrders ordersBefore = before.lifecycle().orders();
        Lifecycle lifecycle = before.lifecycle().with(step.orders()).touchedThrough(channel(step), step.atMs());
        Gathered.Reading reading = step.read(lifecycle.gathered(), Layer.LIFECYCLE);
        Stages next = before.with(lifecycle.with(reading.gathered()));
        boolean isOnlyOrderGone = ordersBefore.count() == 1 && step.orders().count() == 0;
        if (step.model().churnedBy().contains(step.event().occurrence().type())) {
            return leave(next, StageModel.CHURNED, step);
        }
        if (next.lifecycle().isAway()) {
            return step.isGoal() ? comeBack(next, step) : next;
        }
        if (isOnlyOrderGone && lifecycle.rank() >= step.model().goalRank(Layer.LIFECYCLE)) {
            return fall(next, step);
        }
        return climb(next, step, reading);
    }

    private static Optional<Channel> channel(StageStep step) {
        return step.isTouch() ? step.channel() : Optional.empty();
    }

    private static Stages climb(Stages before, StageStep step, Gathered.Reading reading) {
        Lifecycle lifecycle = before.lifecycle();
        Optional<Gathered.Hit> hit = reading.complete().filter(found -> found.rank() > lifecycle.rank());
        if (hit.isEmpty() && lifecycle.rank() < 0 && step.isTouch()) {
            int lowest = step.model().lowest(Layer.LIFECYCLE);
            hit = step.model().firstTouch(Layer.LIFECYCLE).map(rule -> step.hit(lowest, rule.name()));
        }
        if (hit.isEmpty()) {
            return before;
        }
        int rank = hit.get().rank();
        boolean isSkip = step.model().hasUnvisitedBetween(Layer.LIFECYCLE, lifecycle.rank(), rank, 0);
        Direction direction = isSkip ? Direction.SKIP : Direction.FORWARD;
        return move(before, step.model().stageName(rank), rank, direction, hit.get(), step);
    }

    /** Down to the highest stage that was reached without an order. */
    private static Stages fall(Stages before, StageStep step) {
        int rank = Math.max(before.lifecycle().rankBeforeGoal(), step.model().lowest(Layer.LIFECYCLE));
        String stage = step.model().stageName(rank);
        return move(before, stage, rank, Direction.BACKWARD, step.hit(rank, REFUND), step);
    }

    private static Stages leave(Stages before, String stage, StageStep step) {
        int rank = before.lifecycle().rank();
        boolean isGone = before.lifecycle().stage().filter(stage::equals).isPresent();
        return isGone || rank < 0
                ? before
                : move(before, stage, rank, Direction.LAPSE, step.hit(rank, CANCELLATION), step);
    }

    private static Stages comeBack(Stages before, StageStep step) {
        int rank = Math.max(step.model().goalRank(Layer.LIFECYCLE), step.model().lowest(Layer.LIFECYCLE));
        return move(before, StageModel.REACTIVATED, rank, Direction.REACTIVATE, step.hit(rank, NEXT_ORDER), step);
    }

    private static Stages move(
            Stages before, String to, int rank, Direction direction, Gathered.Hit hit, StageStep step) {
        Lifecycle lifecycle = before.lifecycle();
        boolean isGoal = step.isGoal() && rank == step.model().goalRank(Layer.LIFECYCLE);
        boolean isLifted = direction == Direction.LAPSE || direction == Direction.REACTIVATE;
        Transition transition = new Transition(
                Layer.LIFECYCLE,
                lifecycle.stage(),
                to,
                direction,
                step.atMs(),
                hit.rule(),
                hit.evidence(),
                lifecycle.stage().isPresent()
                        ? OptionalLong.of(step.atMs() - lifecycle.sinceMs())
                        : OptionalLong.empty(),
                step.occasion().visit(),
                before.mission().map(Mission::mark),
                step.channel().or(lifecycle::firstChannel),
                step.event().occurrence().device(),
                isGoal ? step.occasion().value() : Optional.empty(),
                isLifted || isAllowed(lifecycle.stage(), to, rank, step.model()),
                isGoal,
                step.orders().count() > 0,
                Optional.empty(),
                false);
        return before.with(lifecycle.at(to, rank, step.atMs(), step.model().goalRank(Layer.LIFECYCLE)))
                .with(transition);
    }

    private static boolean isAllowed(Optional<String> from, String to, int rank, StageModel model) {
        return from.map(stage -> stage.equals(StageModel.REACTIVATED) || model.allows(stage, to))
                .orElse(rank == model.lowest(Layer.LIFECYCLE));
    }
}
