package io.journeystreams.topology;

import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import java.util.function.Function;

/**
 * What tells one intake from the other.
 *
 * @param journalSink node that takes accepted events and watermarks
 * @param deadLettersSink node that takes the others
 */
record IntakeNode(
        String name,
        String source,
        String topic,
        String journalSink,
        String deadLettersSink,
        Function<Codecs, RecordDecoder<ReportedEvent>> reader) {

    static final IntakeNode CLICKSTREAM = new IntakeNode(
            Nodes.CLICKSTREAM_INTAKE,
            Nodes.CLICKSTREAM_SOURCE,
            Topics.CLICKSTREAM,
            Nodes.CLICKSTREAM_JOURNAL,
            Nodes.CLICKSTREAM_DEAD_LETTERS,
            codecs -> reading(codecs.clickstream(), ReportedEvent::of));

    static final IntakeNode CRM = new IntakeNode(
            Nodes.CRM_INTAKE,
            Nodes.CRM_SOURCE,
            Topics.CRM,
            Nodes.CRM_JOURNAL,
            Nodes.CRM_DEAD_LETTERS,
            codecs -> reading(codecs.crm(), ReportedEvent::of));

    private static <T> RecordDecoder<ReportedEvent> reading(
            RecordDecoder<T> decoder, Function<T, ReportedEvent> toReported) {
        return bytes -> {
            Decoded<T> decoded = decoder.decode(bytes);
            if (decoded instanceof Decoded.Failed<T> failed) {
                return new Decoded.Failed<>(failed.reason(), failed.message());
            }
            return new Decoded.Value<>(toReported.apply(((Decoded.Value<T>) decoded).value()));
        };
    }
}
