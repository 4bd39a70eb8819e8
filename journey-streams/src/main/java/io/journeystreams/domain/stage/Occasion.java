package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import java.util.Optional;

/**
 * An event, and what of the journey bears on its meaning.
 *
 * @param repeatsOrder reports an order that has been reported before
 * @param visit number of the visit, from 1; 0 before the first
 * @param value of an order what it says, else its lines; of any other event the customer's carts after it; empty where a price is missing
 */
public record Occasion(JourneyEvent event, boolean repeatsOrder, long visit, Optional<Money> value) {

    long atMs() {
        return event.atMs();
    }
}
