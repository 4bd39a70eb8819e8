package io.journeystreams.domain.service;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.moment.Moment.ContactFigures;
import java.util.Optional;

/**
 * A contact that is over, as long as the customer may have to come again.
 *
 * @param endedAtMs epoch milliseconds
 * @param maySolve it may turn out that it was enough: answered, the first about it, and nobody has come again
 */
public record PastContact(
        ContactChannel channel,
        ContactFigures figures,
        EventId endedBy,
        long endedAtMs,
        boolean maySolve,
        Optional<String> topic) {

    PastContact notSolved() {
        return new PastContact(channel, figures, endedBy, endedAtMs, false, topic);
    }

    /** Two contacts are about the same unless both name a topic and it differs. */
    boolean isAbout(Optional<String> other) {
        return topic.isEmpty() || other.isEmpty() || topic.equals(other);
    }
}
