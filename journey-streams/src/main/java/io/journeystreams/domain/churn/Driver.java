package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.util.List;

/**
 * A part of the reason for a score.
 *
 * @param name as published
 * @param contribution its share: without a contract of the decay, with one in log-odds
 * @param evidence the events that it rests on, the latest last
 */
public record Driver(String name, double contribution, List<EventId> evidence) {

    public Driver {
        evidence = List.copyOf(evidence);
    }
}
