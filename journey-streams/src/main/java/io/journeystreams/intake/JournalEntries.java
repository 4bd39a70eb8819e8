package io.journeystreams.intake;

import io.journeystreams.contracts.CustomerSeen;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.TraceParent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** What intake writes to the journal. */
public final class JournalEntries {

    private JournalEntries() {}

    /**
     * @param format what the payload is
     * @param payload value of the input record, passed on untouched
     * @param trace that the input record was sent in
     */
    public static JournalEntry event(
            IntakeDecision.Accepted accepted,
            long recordTimestampMs,
            long intakeAtMs,
            PayloadFormat format,
            byte[] payload,
            Optional<TraceParent> trace) {
        Occurrence occurrence = accepted.occurrence();
        JournaledEvent event = new JournaledEvent(
                accepted.owner().profile().value(),
                Instant.ofEpochMilli(occurrence.atMs()),
                Instant.ofEpochMilli(recordTimestampMs),
                new SourcePosition(
                        occurrence.position().topic(),
                        occurrence.position().partition(),
                        occurrence.position().offset()),
                accepted.futureStamped(),
                occurrence.late(),
                format,
                ByteBuffer.wrap(payload),
                trace.map(TraceParent::value).orElse(null));
        return new JournalEntry(Instant.ofEpochMilli(intakeAtMs), event);
    }

    /**
     * @param source the input topic-partition
     * @param sources how many there are
     */
    public static JournalEntry watermark(String source, int sources, SourceWatermark.Mark mark, long intakeAtMs) {
        Watermark watermark = new Watermark(source, sources, Instant.ofEpochMilli(mark.timeMs()), mark.caughtUp());
        return new JournalEntry(Instant.ofEpochMilli(intakeAtMs), watermark);
    }

    /** To a device: the customer of an event was seen on it. */
    public static JournalEntry customerSeen(IntakeDecision.Accepted accepted, ProfileKey device, long intakeAtMs) {
        CustomerSeen seen = new CustomerSeen(
                device.value(),
                accepted.owner().profile().value(),
                accepted.occurrence().id().value(),
                Instant.ofEpochMilli(accepted.occurrence().atMs()));
        return new JournalEntry(Instant.ofEpochMilli(intakeAtMs), seen);
    }
}
