package io.journeystreams.demo;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event on its way into a topic.
 *
 * @param atMs when it is sent, epoch milliseconds; not before it occurs
 * @param event a {@link ClickstreamEvent} or a {@link CrmEvent}
 * @param news the purchase that it tells of
 */
record Sending(long atMs, String key, SpecificRecord event, Optional<Purchase> news) {

    private static final Duration OLD = Duration.ofDays(1);

    boolean isCrm() {
        return event instanceof CrmEvent;
    }

    /** Tells of days before. */
    boolean isOld() {
        return event instanceof CrmEvent record
                && record.getOccurredAt().plus(OLD).isBefore(Instant.ofEpochMilli(atMs));
    }

    Sending delayedBy(long ms) {
        return new Sending(atMs + ms, key, event, news);
    }
}
