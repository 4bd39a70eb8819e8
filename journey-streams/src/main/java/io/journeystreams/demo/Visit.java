package io.journeystreams.demo;

import java.util.List;
import java.util.OptionalLong;

/**
 * All that one shopper does.
 *
 * @param sendings in the order in which they are sent
 * @param reminderDueMs deadline of the reminder that this visit should lead to, epoch milliseconds
 */
record Visit(Shopper shopper, List<Sending> sendings, OptionalLong reminderDueMs) {

    Visit {
        sendings = List.copyOf(sendings);
    }
}
