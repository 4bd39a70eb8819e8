package io.journeystreams.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one generated class in Confluent's wire format. Asks the registry once per topic, for the id of its schema
 * under {@code <topic>-value}, and never again. Null stays null. May be shared by threads.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<@Nullable T> {

    /** Where the id of our schema comes from. */
    public enum SchemaSource {
        /** Registered at first use. */
        REGISTER,
        /** Looked up; whoever deploys has registered it ({@link SchemaRegistration}). */
        LOOK_UP
    }

    private static final int USUAL_BYTES = 512;
    /** A buffer that has grown beyond this is not kept. */
    private static final int LARGEST_BYTES_KEPT = 1024 * 1024;

    private final RegistryConnection registry;
    private final SchemaSource source;
    private final SpecificData model;
    private final Schema schema;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final ThreadLocal<Output> outputs = ThreadLocal.withInitial(Output::new);

    public AvroSerializer(Class<T> type, RegistryConnection registry, SchemaSource source) {
        this.registry = registry;
        this.source = source;
        this.model = TrustedAvro.modelOf(type);
        this.schema = model.getSchema(type);
    }

    /**
     * @throws RegistryUnavailableException the id is not known yet and the registry cannot be asked
     * @throws RegistryRefusedException the schema may not be registered
     * @throws SerializationException the record breaks its schema (a null where none may be), or is not registered although
     *     it should be
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        Integer known = ids.get(topic);
        return outputs.get().write(known == null ? idFor(topic) : known, record);
    }

    private int idFor(String topic) {
        return ids.computeIfAbsent(topic, unseen -> askFor(subjectOf(unseen)));
    }

    private int askFor(String subject) {
        return switch (source) {
            case REGISTER -> registry.register(subject, schema);
            case LOOK_UP ->
                registry.idOf(subject, schema)
                        .orElseThrow(() -> new SerializationException(
                                "schema " + schema.getFullName() + " is not registered under " + subject));
        };
    }

    /** The subject of a topic's values, by Confluent's default. */
    public static String subjectOf(String topic) {
        return topic + "-value";
    }

    /** What one thread needs to encode. */
    private final class Output {

        private final DatumWriter<T> writer = new CompiledWriter<>(schema, model);
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        private @Nullable BinaryEncoder reused;

        byte[] write(int id, T record) {
            try {
                bytes.reset();
                bytes.writeBytes(WireFormat.header(id));
                BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, reused);
                // one that a failure leaves half full is not used again
                reused = null;
                writer.write(record, encoder);
                encoder.flush();
                reused = encoder;
                return bytes.toByteArray();
            } catch (IOException | AvroRuntimeException | NullPointerException | ClassCastException broken) {
                throw new SerializationException("record breaks its schema " + schema.getFullName(), broken);
            } finally {
                if (bytes.size() > LARGEST_BYTES_KEPT) {
                    bytes = new ByteArrayOutputStream(USUAL_BYTES);
                    reused = null;
                }
            }
        }
    }
}
