package io.journeystreams.topology;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.JournalEntry;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Avro in the wire format of registries, with fixed schema ids instead of a registry. */
public final class AvroCodecs {

    /** An id that no registry could be asked about. */
    public static final int UNREACHABLE = 99;

    private static final int HEADER_BYTES = 5;
    private static final List<Class<? extends SpecificRecord>> TYPES = List.of(
            ClickstreamEvent.class,
            CrmEvent.class,
            JournalEntry.class,
            SessionEvent.class,
            AbandonmentEvent.class,
            ProfileEvent.class,
            StageTransitionEvent.class,
            MomentEvent.class,
            FrictionEvent.class,
            ChurnRiskEvent.class,
            ChurnSettlementEvent.class);

    private AvroCodecs() {}

    public static Codecs all() {
        return new Codecs(
                InputVocabularies.withAll(InputFormats.avro(decoder(ClickstreamEvent.class), decoder(CrmEvent.class))),
                decoder(JournalEntry.class),
                AvroCodecs::encode,
                OutputEncoders.all(AvroCodecs::encode));
    }

    public static <T extends SpecificRecord> byte[] encode(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header(TYPES.indexOf(value.getClass())));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<T>(value.getSchema(), SpecificData.getForClass(value.getClass()))
                    .write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put((byte) 0).putInt(schemaId).array();
    }

    public static <T extends SpecificRecord> T decode(Class<T> type, byte[] bytes) {
        if (decoder(type).decode(bytes) instanceof Decoded.Value<T> decoded) {
            return decoded.value();
        }
        throw new IllegalArgumentException("no " + type.getSimpleName());
    }

    private static <T extends SpecificRecord> RecordDecoder<T> decoder(Class<T> type) {
        return bytes -> {
            if (bytes.length <= HEADER_BYTES || bytes[0] != 0) {
                return new Decoded.Failed<>(RejectionReason.UNREADABLE, "no wire format");
            }
            int id = ByteBuffer.wrap(bytes).getInt(1);
            if (id == UNREACHABLE) {
                throw new IllegalStateException("no registry");
            }
            if (id < 0 || id >= TYPES.size()) {
                return new Decoded.Failed<>(RejectionReason.UNKNOWN_SCHEMA, "unknown schema");
            }
            return TYPES.get(id).equals(type)
                    ? read(type, bytes)
                    : new Decoded.Failed<>(RejectionReason.WRONG_TYPE, "another type");
        };
    }

    private static <T extends SpecificRecord> Decoded<T> read(Class<T> type, byte[] bytes) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        try {
            return new Decoded.Value<>(new SpecificDatumReader<T>(schema, schema, model)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null)));
        } catch (IOException | RuntimeException e) {
            return new Decoded.Failed<>(RejectionReason.UNREADABLE, "broken Avro");
        }
    }
}
