package io.journeystreams.intake;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.domain.event.Occurrence.Source;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How events are read: those that a source sends now, and those of the journal, which may be of a format that the source had
 * before. Knows also which sources key their records by something else than their payload. Immutable.
 */
public final class InputFormats {

    private final Map<Source, PayloadFormat> current;
    private final Map<Source, Map<PayloadFormat, RecordDecoder<ReportedEvent>>> readers;
    private final Set<Source> rekeyed;

    private InputFormats(
            Map<Source, PayloadFormat> current,
            Map<Source, Map<PayloadFormat, RecordDecoder<ReportedEvent>>> readers,
            Set<Source> rekeyed) {
        this.current = current;
        this.readers = readers;
        this.rekeyed = Set.copyOf(rekeyed);
    }

    /** Both sources send Avro. The format of an Avro payload tells its source, whatever topic it came from. */
    public static InputFormats avro(RecordDecoder<ClickstreamEvent> clickstream, RecordDecoder<CrmEvent> crm) {
        Map<PayloadFormat, RecordDecoder<ReportedEvent>> avro = Map.of(
                PayloadFormat.CLICKSTREAM_AVRO, reading(clickstream, ReportedEvent::of),
                PayloadFormat.CRM_AVRO, reading(crm, ReportedEvent::of));
        return new InputFormats(
                Map.of(Source.CLICKSTREAM, PayloadFormat.CLICKSTREAM_AVRO, Source.CRM, PayloadFormat.CRM_AVRO),
                Map.of(Source.CLICKSTREAM, avro, Source.CRM, avro),
                Set.of());
    }

    /** The same, and this format of this source is read so. */
    public InputFormats reading(Source source, PayloadFormat format, RecordDecoder<ReportedEvent> reader) {
        Map<PayloadFormat, RecordDecoder<ReportedEvent>> ofSource = new EnumMap<>(readersOf(source));
        ofSource.put(format, reader);
        Map<Source, Map<PayloadFormat, RecordDecoder<ReportedEvent>>> all = new EnumMap<>(readers);
        all.put(source, ofSource);
        return new InputFormats(current, all, rekeyed);
    }

    /** The same, and the source sends this format now. */
    public InputFormats sending(Source source, PayloadFormat format) {
        if (journalReader(source, format).isEmpty()) {
            throw new IllegalArgumentException("nothing reads " + format + " of " + source);
        }
        Map<Source, PayloadFormat> sent = new EnumMap<>(current);
        sent.put(source, format);
        return new InputFormats(sent, readers, rekeyed);
    }

    /** The same, and these sources and no others key by something else than their payload (rule O1). */
    public InputFormats rekeying(Set<Source> sources) {
        return new InputFormats(current, readers, sources);
    }

    /** The source's records are keyed by something else than the id in their payload, and are known to be. */
    public boolean rekeys(Source source) {
        return rekeyed.contains(source);
    }

    /** What the source sends. */
    public PayloadFormat formatOf(Source source) {
        return Objects.requireNonNull(current.get(source));
    }

    /** Reads what the source sends. */
    public RecordDecoder<ReportedEvent> readerOf(Source source) {
        return journalReader(source, formatOf(source)).orElseThrow();
    }

    /** Reads what the source sent once, if the format is known. */
    public Optional<RecordDecoder<ReportedEvent>> journalReader(Source source, PayloadFormat format) {
        return Optional.ofNullable(readersOf(source).get(format));
    }

    private Map<PayloadFormat, RecordDecoder<ReportedEvent>> readersOf(Source source) {
        return Objects.requireNonNull(readers.get(source));
    }

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
