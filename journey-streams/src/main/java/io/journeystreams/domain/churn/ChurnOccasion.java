package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import java.util.List;
import java.util.Optional;

/**
 * An event, and what of the journey bears on churn.
 *
 * @param isPurchase it tells of an order
 * @param repeatsOrder of one that was told of before
 * @param newValue total of an order, told for the first time
 * @param signals that the event brought in contacts with the service
 */
public record ChurnOccasion(
        JourneyEvent event, boolean isPurchase, boolean repeatsOrder, Optional<Money> newValue, List<Signal> signals) {

    public ChurnOccasion {
        signals = List.copyOf(signals);
    }
}
