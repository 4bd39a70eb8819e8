package io.journeystreams.domain.service;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A contact with the service that is not over.
 *
 * @param id as the source names it
 * @param openedAtMs epoch milliseconds; likewise {@code answeredAtMs}
 * @param promiseMs longest wait promised, milliseconds
 * @param isBreached the promise has passed while the customer waited
 * @param isRepeat not the first about it
 */
public record Contact(
        ContactChannel channel,
        Optional<String> id,
        EventId openedBy,
        long openedAtMs,
        OptionalLong answeredAtMs,
        long promiseMs,
        boolean isBreached,
        boolean isRepeat,
        Optional<String> topic) {

    long promisedAtMs() {
        return openedAtMs + promiseMs;
    }

    boolean waitsForPromise() {
        return answeredAtMs.isEmpty() && !isBreached;
    }

    Contact answeredAt(long atMs) {
        return new Contact(
                channel, id, openedBy, openedAtMs, OptionalLong.of(atMs), promiseMs, isBreached, isRepeat, topic);
    }

    Contact breached() {
        return new Contact(channel, id, openedBy, openedAtMs, answeredAtMs, promiseMs, true, isRepeat, topic);
    }

    /** Who is never answered has left the queue; a ticket is answered by its solution. */
    boolean isAbandoned() {
        return answeredAtMs.isEmpty() && channel != ContactChannel.TICKET;
    }

    /** @param untilMs as far as it has come, epoch milliseconds */
    ContactFigures figures(long untilMs, boolean isOver) {
        OptionalLong handlingMs = isOver && answeredAtMs.isPresent()
                ? OptionalLong.of(untilMs - answeredAtMs.getAsLong())
                : OptionalLong.empty();
        return new ContactFigures(
                channel.text(),
                id.orElse(openedBy.value()),
                OptionalLong.of(answeredAtMs.orElse(untilMs) - openedAtMs),
                handlingMs,
                promiseMs,
                isOver && isAbandoned(),
                isRepeat);
    }
}
