package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.JourneyEvent;
import java.util.List;
import java.util.Optional;

/**
 * What an event means for both layers.
 *
 * @param isTouch of a mission
 * @param isGoal reaches the goal, reported for the first time
 * @param ordersBefore goals reached and kept before it
 * @param orders goals reached and kept, with this event
 */
record StageStep(
        Occasion occasion, boolean isTouch, boolean isGoal, int ordersBefore, KeptOrders orders, StagePolicy policy) {

    static StageStep of(Occasion occasion, KeptOrders before, StagePolicy policy) {
        boolean isGoal = before.isNewGoal(occasion, policy.model());
        boolean isTouch = occasion.event().accept(new Touch(isGoal, before));
        KeptOrders orders = isGoal ? before.with(occasion.event()) : before.without(occasion.event());
        return new StageStep(occasion, isTouch, isGoal, before.count(), orders, policy);
    }

    JourneyEvent event() {
        return occasion.event();
    }

    StageModel model() {
        return policy.model();
    }

    long atMs() {
        return occasion.atMs();
    }

    Optional<Channel> channel() {
        return Channel.of(event().occurrence());
    }

    Gathered.Reading read(Gathered gathered, Layer layer) {
        return gathered.read(model(), layer, event(), new Gathered.Goals(isGoal, orders.count()));
    }

    Gathered.Hit hit(int rank, String rule) {
        return new Gathered.Hit(rank, rule, List.of(event().id()));
    }
}
