package io.journeystreams.intake;

import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.event.TraceParent;
import io.journeystreams.intake.OccurrenceReader.Reading;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/** Reads the event in a journal entry again, with the time and lateness that intake gave it. */
public final class JournaledEventReader {

    private final InputFormats formats;
    private final Function<String, Source> sourceOfTopic;

    /** @param sourceOfTopic which source an input topic is; formats that both sources may have do not tell */
    public JournaledEventReader(InputFormats formats, Function<String, Source> sourceOfTopic) {
        this.formats = formats;
        this.sourceOfTopic = sourceOfTopic;
    }

    public Reading read(JournaledEvent event) {
        Source source = sourceOfTopic.apply(event.getPosition().getTopic());
        Optional<RecordDecoder<ReportedEvent>> reader = formats.journalReader(source, event.getFormat());
        return reader.isPresent()
                ? read(event, reader.get().decode(bytesOf(event.getPayload())))
                : new Reading.Invalid(RejectionReason.UNSUPPORTED, "the payload is of an unknown format");
    }

    private static Reading read(JournaledEvent event, Decoded<ReportedEvent> decoded) {
        if (decoded instanceof Decoded.Failed<ReportedEvent> failed) {
            return new Reading.Invalid(failed.reason(), failed.message());
        }
        Reading reading = OccurrenceReader.read(
                ((Decoded.Value<ReportedEvent>) decoded).value(),
                event.getOccurredAt().toEpochMilli(),
                event.getLate(),
                positionOf(event));
        return event.getTraceparent() != null && reading instanceof Reading.Valid valid
                ? new Reading.Valid(traced(valid.occurrence(), event.getTraceparent()))
                : reading;
    }

    private static Occurrence traced(Occurrence occurrence, String traceparent) {
        return TraceParent.read(traceparent).map(occurrence::causedIn).orElse(occurrence);
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
