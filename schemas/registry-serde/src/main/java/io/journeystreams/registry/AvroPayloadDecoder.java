package io.journeystreams.registry;

import io.journeystreams.registry.Decoded.Undecodable;
import io.journeystreams.registry.RegistryConnection.WriterSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes in Confluent's wire format into records of one generated class, from whatever schema they were written with.
 * Safe for many threads: Avro's readers are not, so each thread has its own.
 */
public final class AvroPayloadDecoder<T extends SpecificRecord> {

    /** The largest payload by default: 4 MiB, four times Kafka's largest record by default. */
    public static final int DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

    private final WriterSchemas writerSchemas;
    private final SpecificData model;
    private final Schema readerSchema;
    private final int maxBytes;
    private final ThreadLocal<Readers> readers = ThreadLocal.withInitial(Readers::new);

    public AvroPayloadDecoder(Class<T> type, WriterSchemas writerSchemas) {
        this(type, writerSchemas, DEFAULT_MAX_BYTES);
    }

    /** @param maxBytes longer payloads are {@link UndecodableReason#TOO_LARGE}, before anything is decoded */
    public AvroPayloadDecoder(Class<T> type, WriterSchemas writerSchemas, int maxBytes) {
        if (maxBytes <= WireFormat.HEADER_BYTES) {
            throw new IllegalArgumentException("maxBytes must exceed " + WireFormat.HEADER_BYTES + ": " + maxBytes);
        }
        this.writerSchemas = writerSchemas;
        this.model = TrustedAvro.modelOf(type);
        this.readerSchema = model.getSchema(type);
        this.maxBytes = maxBytes;
    }

    /**
     * The record, or why there is none.
     *
     * @throws RegistryUnavailableException the writer's schema is not known yet and the registry cannot be asked
     * @throws RegistryRefusedException the registry refuses to answer us
     */
    public Decoded<T> decode(byte[] bytes) {
        if (!WireFormat.isFramed(bytes)) {
            return undecodable(
                    UndecodableReason.NO_WIRE_FORMAT, bytes.length + " bytes without Confluent's wire format");
        }
        if (bytes.length > maxBytes) {
            return undecodable(
                    UndecodableReason.TOO_LARGE, bytes.length + " bytes, at most " + maxBytes + " are accepted");
        }
        return readers.get().decode(WireFormat.schemaId(bytes), bytes);
    }

    private Undecodable<T> undecodable(UndecodableReason reason, String message) {
        return new Undecodable<>(reason, message);
    }

    /** How a writer's schema is read: resolved to ours, or not at all. */
    private sealed interface Reader<T extends SpecificRecord> {

        record Resolved<T extends SpecificRecord>(DatumReader<T> avro) implements Reader<T> {}

        record Refused<T extends SpecificRecord>(Undecodable<T> why) implements Reader<T> {}
    }

    /** What one thread needs to decode. */
    private final class Readers {

        private final Map<Integer, Reader<T>> byWriter = new HashMap<>();
        private @Nullable BinaryDecoder reused;

        Decoded<T> decode(int writerId, byte[] bytes) {
            Reader<T> reader = byWriter.get(writerId);
            if (reader == null) {
                WriterSchema writer = writerSchemas.byId(writerId);
                if (writer instanceof WriterSchema.Unknown) {
                    return undecodable(
                            UndecodableReason.UNKNOWN_SCHEMA_ID, "schema id " + writerId + " is not registered");
                }
                reader = readerOf(writer, writerId);
                byWriter.put(writerId, reader);
            }
            if (reader instanceof Reader.Refused<T> refused) {
                return refused.why();
            }
            return read(((Reader.Resolved<T>) reader).avro(), writerId, bytes);
        }

        private Reader<T> readerOf(WriterSchema writer, int writerId) {
            if (!(writer instanceof WriterSchema.Known known)) {
                return refuse(writerId, "it is no Avro schema");
            }
            Optional<String> objection = SchemaResolution.objection(known.schema(), readerSchema);
            return objection.isPresent()
                    ? refuse(writerId, objection.get())
                    : new Reader.Resolved<>(CompiledReader.orResolving(known.schema(), readerSchema, model));
        }

        private Reader<T> refuse(int writerId, String why) {
            return new Reader.Refused<>(
                    undecodable(UndecodableReason.WRONG_SCHEMA, "schema id " + writerId + ": " + why));
        }

        private Decoded<T> read(DatumReader<T> reader, int writerId, byte[] bytes) {
            try {
                int length = bytes.length - WireFormat.HEADER_BYTES;
                BinaryDecoder input =
                        DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_BYTES, length, reused);
                reused = input;
                T value = reader.read(null, new UncountedDecoder(input));
                return input.isEnd()
                        ? new Decoded.Value<>(value)
                        : undecodable(
                                UndecodableReason.MALFORMED_AVRO,
                                "bytes left over after the record of schema id " + writerId);
            } catch (AvroTypeException unresolvable) {
                return failed(UndecodableReason.WRONG_SCHEMA, writerId, unresolvable);
            } catch (IOException | RuntimeException | StackOverflowError malformed) {
                return failed(UndecodableReason.MALFORMED_AVRO, writerId, malformed);
            }
        }

        /** Avro's messages may quote what was read, so only the kind of failure is told. */
        private Decoded<T> failed(UndecodableReason reason, int writerId, Throwable failure) {
            reused = null;
            String kind =
                    failure instanceof AvroRuntimeException || failure instanceof IOException ? "" : " in decoding";
            return undecodable(
                    reason, failure.getClass().getSimpleName() + kind + ", written with schema id " + writerId);
        }
    }
}
