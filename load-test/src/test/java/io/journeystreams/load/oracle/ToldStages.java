package io.journeystreams.load.oracle;

import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.StageLayer;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.contracts.TransitionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transitions of the customer c1, as they are told: both layers move at once. Event {@code e1} happened in second 1. */
final class ToldStages {
    private final Instant beginning;
    private final List<StageTransitionEvent> told = new ArrayList<>();

    private ToldStages(Instant beginning) {
        this.beginning = beginning;
    }

    /** Looks (e0), and puts something into the cart (e1). */
    static ToldStages ofALookAndACart(Instant beginning) {
        return new ToldStages(beginning)
                .bothLayers(null, "AWARENESS", StageDirection.FORWARD, 0, "e0")
                .bothLayers("AWARENESS", "DECISION", StageDirection.SKIP, 1, "e1");
    }

    ToldStages thenAnOrder(int second, String event) {
        return bothLayers("DECISION", "PURCHASE", StageDirection.FORWARD, second, event);
    }

    List<StageTransitionEvent> told() {
        return List.copyOf(told);
    }

    private ToldStages bothLayers(@Nullable String from, String to, StageDirection way, int second, String event) {
        for (StageLayer layer : List.of(StageLayer.LIFECYCLE, StageLayer.MISSION)) {
            told.add(StageTransitionEvent.newBuilder()
                    .setProfile("c:c1")
                    .setTenant("load")
                    .setPolicyVersion("1")
                    .setTransitionId(layer + " " + to + " " + event)
                    .setRevision(1)
                    .setState(TransitionState.STATED)
                    .setEmittedAt(beginning.plusSeconds(second))
                    .setLayer(layer)
                    .setFrom(from)
                    .setTo(to)
                    .setDirection(way)
                    .setOccurredAt(beginning.plusSeconds(second))
                    .setRule("rule")
                    .setEvidence(List.of(event))
                    .setVisit(1)
                    .setConformant(true)
                    .setGoalReached(to.equals("PURCHASE"))
                    .setBuyerJourney(to.equals("PURCHASE"))
                    .build());
        }
        return this;
    }
}
