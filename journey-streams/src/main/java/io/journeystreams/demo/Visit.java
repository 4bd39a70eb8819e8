package io.journeystreams.demo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that one shopper does.
 *
 * @param sendings in the order in which they are sent
 * @param reminderDueMs deadline of the first thing that this visit should leave behind, epoch milliseconds
 * @param story what there is to see of it, where it is worth a look
 */
record Visit(Shopper shopper, List<Sending> sendings, OptionalLong reminderDueMs, Optional<String> story) {

    Visit {
        sendings = List.copyOf(sendings);
    }

    /** When the last click or news of a purchase has been sent and the reminder is due, epoch milliseconds. */
    long overMs() {
        long toldMs = sendings.stream()
                .filter(sending -> !sending.isCrm() || sending.news().isPresent())
                .mapToLong(Sending::atMs)
                .max()
                .orElse(Long.MIN_VALUE);
        return Math.max(toldMs, reminderDueMs.orElse(toldMs));
    }
}
