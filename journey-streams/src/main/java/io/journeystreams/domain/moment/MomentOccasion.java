package io.journeystreams.domain.moment;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event, and what of the journey bears on its moments.
 *
 * @param keptOrders orders that were kept, with this event
 * @param newValue total of an order, told for the first time
 * @param leftSinceMs when the customer had left who comes back with this event, epoch milliseconds
 */
public record MomentOccasion(JourneyEvent event, int keptOrders, Optional<Money> newValue, OptionalLong leftSinceMs) {}
