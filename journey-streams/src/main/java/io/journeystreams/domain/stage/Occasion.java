package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.JourneyEvent;

/**
 * An event, and what of the journey bears on its meaning.
 *
 * @param repeatsOrder reports an order that has been reported before
 * @param visit number of the visit, from 1; 0 before the first
 */
public record Occasion(JourneyEvent event, boolean repeatsOrder, long visit) {

    long atMs() {
        return event.atMs();
    }
}
