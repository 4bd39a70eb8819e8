package io.journeystreams.domain.interest;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.SourcePosition;
import java.util.List;

/**
 * The interest after an event.
 *
 * @param aroused products that have now been looked at, and not only passed by
 */
public record InterestStep(Interest interest, List<Aroused> aroused) {

    public InterestStep {
        aroused = List.copyOf(aroused);
    }

    public static InterestStep unchanged(Interest interest) {
        return new InterestStep(interest, List.of());
    }

    /**
     * Interest in a product, with the view that aroused it.
     *
     * @param atMs event time of that view, epoch milliseconds
     */
    public record Aroused(Line line, EventId view, SourcePosition position, long atMs) {}
}
