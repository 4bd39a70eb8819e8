package io.journeystreams.intake;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.intake.OccurrenceReader.Reading;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** Reads the event in a journal entry again, with the time and lateness that intake gave it. */
public final class JournaledEventReader {

    private final RecordDecoder<ClickstreamEvent> clickstream;
    private final RecordDecoder<CrmEvent> crm;

    public JournaledEventReader(RecordDecoder<ClickstreamEvent> clickstream, RecordDecoder<CrmEvent> crm) {
        this.clickstream = clickstream;
        this.crm = crm;
    }

    public Reading read(JournaledEvent event) {
        return switch (event.getFormat()) {
            case CLICKSTREAM_AVRO -> read(event, clickstream, ReportedEvent::of);
            case CRM_AVRO -> read(event, crm, ReportedEvent::of);
            case UNKNOWN -> new Reading.Invalid(RejectionReason.UNSUPPORTED, "the payload is of an unknown format");
        };
    }

    private static <T> Reading read(
            JournaledEvent event, RecordDecoder<T> decoder, Function<T, ReportedEvent> toReported) {
        Decoded<T> decoded = decoder.decode(bytesOf(event.getPayload()));
        if (decoded instanceof Decoded.Failed<T> failed) {
            return new Reading.Invalid(failed.reason(), failed.message());
        }
        ReportedEvent reported = toReported.apply(((Decoded.Value<T>) decoded).value());
        return OccurrenceReader.read(
                reported, event.getOccurredAt().toEpochMilli(), event.getLate(), positionOf(event));
    }

    private static byte[] bytesOf(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }

    private static SourcePosition positionOf(JournaledEvent event) {
        io.journeystreams.contracts.SourcePosition position = event.getPosition();
        return new SourcePosition(position.getTopic(), position.getPartition(), position.getOffset());
    }
}
