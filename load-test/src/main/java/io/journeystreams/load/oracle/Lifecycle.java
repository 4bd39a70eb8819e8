package io.journeystreams.load.oracle;

import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.StageLayer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a customer stands with the business: up by evidence; browsing leads nowhere down (G5). */
final class Lifecycle {
    private final String profile;
    private final Interest interest = new Interest();
    private @Nullable Stage stage;

    Lifecycle(String profile) {
        this.profile = profile;
    }

    /**
     * @param isTouch whether it is a first touch, if there was none before
     * @param isGoal whether an order is heard of for the first time
     * @param orders how many there are by now
     */
    Optional<ExpectedTransition> move(Fact fact, boolean isTouch, boolean isGoal, int orders) {
        Stage next = next(fact, isTouch, isGoal, orders);
        if (next == null || !next.isAbove(stage)) {
            return Optional.empty();
        }
        boolean skips = next.passedFrom(stage).findAny().isPresent();
        StageDirection direction = skips ? StageDirection.SKIP : StageDirection.FORWARD;
        Stage from = stage;
        stage = next;
        return Optional.of(ExpectedTransition.of(profile, StageLayer.LIFECYCLE, from, next, direction, fact));
    }

    private @Nullable Stage next(Fact fact, boolean isTouch, boolean isGoal, int orders) {
        if (isGoal) {
            return orders > 1 ? Stage.RETENTION : Stage.PURCHASE;
        }
        Stage spokenFor = Stage.spokenForBy(fact);
        if (spokenFor == Stage.CONSIDERATION && !interest.isShownAgainBy(fact)) {
            spokenFor = null;
        }
        return spokenFor != null ? spokenFor : isTouch ? Stage.AWARENESS : null;
    }
}
