package io.journeystreams.topology;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JourneyMapEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.InputFormats;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.vocabulary.InputVocabularies;
import io.journeystreams.output.OutputEncoders;
import io.journeystreams.output.RecordEncoder;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.UndecodableReason;
import io.journeystreams.registry.WriterSchemas;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** Reads and writes records by the schemas of a registry. */
public final class RegistryCodecs {

    private final RegistryConnection registry;
    private final SchemaSource source;
    private final WriterSchemas writerSchemas;

    private RegistryCodecs(RegistryConnection registry, SchemaSource source) {
        this.registry = registry;
        this.source = source;
        this.writerSchemas = new WriterSchemas(registry);
    }

    /** @param source whether schemas of what we write are registered at first use, or must be there */
    public static Codecs of(RegistryConnection registry, SchemaSource source) {
        RegistryCodecs codecs = new RegistryCodecs(registry, source);
        return new Codecs(
                InputVocabularies.withAll(
                        InputFormats.avro(codecs.decoder(ClickstreamEvent.class), codecs.decoder(CrmEvent.class))),
                codecs.decoder(JournalEntry.class),
                codecs.encoder(JournalEntry.class, Topics.JOURNAL),
                codecs.outputs());
    }

    private OutputEncoders outputs() {
        return new OutputEncoders(
                encoder(SessionEvent.class, Topics.SESSIONS),
                encoder(AbandonmentEvent.class, Topics.ABANDONMENT),
                encoder(ProfileEvent.class, Topics.PROFILES),
                encoder(StageTransitionEvent.class, Topics.STAGE_TRANSITIONS),
                encoder(MomentEvent.class, Topics.MOMENTS),
                encoder(FrictionEvent.class, Topics.FRICTION),
                encoder(ChurnRiskEvent.class, Topics.CHURN_RISK),
                encoder(ChurnSettlementEvent.class, Topics.CHURN_SETTLEMENTS),
                encoder(JourneyMapEvent.class, Topics.MAP));
    }

    private <T extends SpecificRecord> RecordEncoder<T> encoder(Class<T> type, String topic) {
        AvroSerializer<T> serializer = new AvroSerializer<>(type, registry, source);
        return value -> Objects.requireNonNull(serializer.serialize(topic, value));
    }

    private <T extends SpecificRecord> RecordDecoder<T> decoder(Class<T> type) {
        AvroPayloadDecoder<T> decoder = new AvroPayloadDecoder<>(type, writerSchemas);
        return bytes -> read(decoder.decode(bytes));
    }

    private static <T extends SpecificRecord> Decoded<T> read(io.journeystreams.registry.Decoded<T> decoded) {
        if (decoded instanceof io.journeystreams.registry.Decoded.Undecodable<T> undecodable) {
            return new Decoded.Failed<>(reasonOf(undecodable.reason()), undecodable.message());
        }
        return new Decoded.Value<>(((io.journeystreams.registry.Decoded.Value<T>) decoded).value());
    }

    private static RejectionReason reasonOf(UndecodableReason reason) {
        return switch (reason) {
            case NO_WIRE_FORMAT, MALFORMED_AVRO -> RejectionReason.UNREADABLE;
            case UNKNOWN_SCHEMA_ID -> RejectionReason.UNKNOWN_SCHEMA;
            case WRONG_SCHEMA -> RejectionReason.WRONG_TYPE;
            case TOO_LARGE -> RejectionReason.TOO_LARGE;
        };
    }
}
