package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.Decoded.Undecodable;
import io.journeystreams.registry.SchemaRegistration.Standing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What our serde must write to and read from every Confluent-compatible registry. The embedded registry and the real Apicurio are
 * both held to it.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class RegistrySerdeContract {

    private final String topic = "t-" + UUID.randomUUID();
    private final String subject = topic + "-value";

    private RegistryConnection connection;
    private AvroPayloadDecoder<ClickstreamEvent> decoder;
    private SchemaRegistryClient genuineClient;

    abstract RegistryUnderTest registry();

    @BeforeEach
    void connect() {
        connection = RegistryConnection.open(
                Map.of(RegistryConnection.URL, registry().url()));
        decoder = new AvroPayloadDecoder<>(ClickstreamEvent.class, new WriterSchemas(connection));
        genuineClient = new CachedSchemaRegistryClient(registry().url(), 10);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
        genuineClient.close();
    }

    @Test
    void aRecordComesBackAsItWent() {
        // given
        ClickstreamEvent event = Samples.mugAdded();

        // when
        byte[] bytes = written(event);
        Decoded<ClickstreamEvent> decoded = decoder.decode(bytes);

        // then
        assertSame(decoded, event);
    }

    @Test
    void whatWeWriteIsReadByTheGenuineClientAndGenericAvro() throws Exception {
        // given
        byte[] bytes = written(Samples.mugAdded());

        // when
        AvroSchema writer = (AvroSchema) genuineClient.getSchemaById(PlainConfluentFormat.schemaId(bytes));
        GenericRecord read = PlainConfluentFormat.read(bytes, writer.rawSchema());

        // then
        assertThat(genuineClient.getAllSubjects()).contains(subject);
        assertThat(read.getSchema().getFullName()).isEqualTo("io.journeystreams.contracts.ClickstreamEvent");
        assertThat(read.get("eventId")).hasToString("e1");
        assertThat(read.get("occurredAt")).isEqualTo(1_772_359_200_123L);
        assertThat(read.get("lines")).asString().contains("Tasse für Ölofen ☕");
    }

    @Test
    void whatAnOlderWriterWroteIsReadWithOurDefaults() throws Exception {
        // given
        GenericRecord old = event(Samples.older());

        // when
        Decoded<ClickstreamEvent> decoded = decoder.decode(foreign(old));

        // then
        assertThat(decoded)
                .isEqualTo(new Decoded.Value<>(ClickstreamEvent.newBuilder()
                        .setEventId("e2")
                        .setType("page_viewed")
                        .setOccurredAt(Instant.ofEpochMilli(1_772_359_200_000L))
                        .build()));
    }

    @Test
    void aListOfAnOlderWriterMayHaveSmallerElementsThanOurs() throws Exception {
        // given
        GenericRecord old = event(Samples.olderWithLines());
        Schema line = old.getSchema().getField("lines").schema().getElementType();
        GenericRecord mug = new GenericData.Record(line);
        mug.put("productId", "p");
        old.put("lines", List.of(mug, mug, mug));

        // when
        Decoded<ClickstreamEvent> decoded = decoder.decode(foreign(old));

        // then
        Line read = Line.newBuilder().setProductId("p").build();
        assertSame(
                decoded,
                ClickstreamEvent.newBuilder()
                        .setEventId("e2")
                        .setType("page_viewed")
                        .setOccurredAt(Instant.ofEpochMilli(1_772_359_200_000L))
                        .setLines(List.of(read, read, read))
                        .build());
    }

    @Test
    void whatANewerWriterWroteIsReadWithoutWhatWeDoNotKnow() throws Exception {
        // given
        GenericRecord newer = event(Samples.newer());
        newer.put("loyaltyTier", "gold");
        newer.put("lines", List.of());
        newer.put("test", true);
        newer.put("attributes", Map.of());

        // when
        Decoded<ClickstreamEvent> decoded = decoder.decode(foreign(newer));

        // then
        assertThat(decoded)
                .isEqualTo(new Decoded.Value<>(ClickstreamEvent.newBuilder()
                        .setEventId("e2")
                        .setType("page_viewed")
                        .setOccurredAt(Instant.ofEpochMilli(1_772_359_200_000L))
                        .setTest(true)
                        .build()));
    }

    @Test
    void whatIsWrittenWithAnotherRecordOrUnitIsBadData() throws Exception {
        // given
        GenericRecord invoice = new GenericData.Record(Samples.otherRecord());
        invoice.put("eventId", "e2");

        // then
        assertUndecodable(foreign(invoice), UndecodableReason.WRONG_SCHEMA);
        assertUndecodable(foreign(event(Samples.moneyOfScaleTwo())), UndecodableReason.WRONG_SCHEMA);
        assertUndecodable(foreign(event(Samples.timeInMicroseconds())), UndecodableReason.WRONG_SCHEMA);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsBadData() throws Exception {
        assertUndecodable(
                PlainConfluentFormat.write(987_654, event(Samples.older())), UndecodableReason.UNKNOWN_SCHEMA_ID);
    }

    @Test
    void aSerializerThatOnlyLooksUpNeedsTheSchemaRegistered() {
        // given
        AvroSerializer<ClickstreamEvent> serializer =
                new AvroSerializer<>(ClickstreamEvent.class, connection, SchemaSource.LOOK_UP);

        // when, then
        assertThatThrownBy(() -> serializer.serialize(topic, Samples.mugAdded()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(subject);
        new SchemaRegistration(connection).register(Map.of(subject, Samples.OURS));
        assertSame(decoder.decode(bytes(serializer)), Samples.mugAdded());
    }

    @Test
    void registrationTellsHowEachSubjectStands() {
        // given
        SchemaRegistration registration = new SchemaRegistration(connection);
        String sessions = "sessions-" + subject;
        Map<String, Schema> schemas = Map.of(subject, Samples.OURS, sessions, SessionEvent.getClassSchema());

        // when
        Map<String, Standing> before = registration.check(schemas);
        Map<String, Standing> first = registration.register(schemas);
        Map<String, Standing> second = registration.register(schemas);
        Map<String, Standing> after = registration.check(schemas);
        Map<String, Standing> changed = registration.check(Map.of(subject, Samples.otherRecord()));
        Map<String, Standing> refused = registration.register(Map.of(subject, Samples.otherRecord()));

        // then
        assertThat(before).isEqualTo(Map.of(subject, new Standing.Missing(), sessions, new Standing.Missing()));
        assertThat(first.values()).hasOnlyElementsOfType(Standing.Registered.class);
        assertThat(second.values()).hasOnlyElementsOfType(Standing.Unchanged.class);
        assertThat(after).isEqualTo(second);
        assertThat(changed.get(subject)).isInstanceOf(Standing.Incompatible.class);
        assertThat(refused.get(subject)).isInstanceOf(Standing.Incompatible.class);
        assertThat(registry()
                        .get("/config/" + subject)
                        .body()
                        .path("compatibilityLevel")
                        .asText())
                .isEqualTo("FULL_TRANSITIVE");
    }

    private byte[] written(ClickstreamEvent event) {
        AvroSerializer<ClickstreamEvent> serializer =
                new AvroSerializer<>(ClickstreamEvent.class, connection, SchemaSource.REGISTER);
        return Objects.requireNonNull(serializer.serialize(topic, event));
    }

    private byte[] bytes(AvroSerializer<ClickstreamEvent> serializer) {
        return Objects.requireNonNull(serializer.serialize(topic, Samples.mugAdded()));
    }

    private byte[] foreign(GenericRecord record) throws Exception {
        int id = genuineClient.register(
                "foreign-" + UUID.randomUUID() + "-value",
                new AvroSchema(record.getSchema().toString()));
        return PlainConfluentFormat.write(id, record);
    }

    private static GenericRecord event(Schema schema) {
        GenericRecord event = new GenericData.Record(schema);
        event.put("eventId", "e2");
        event.put("type", "page_viewed");
        event.put("occurredAt", 1_772_359_200_000L);
        return event;
    }

    /** Expected first: the lists that Avro reads cannot compare decimals, ours can. */
    private static void assertSame(Decoded<ClickstreamEvent> decoded, ClickstreamEvent expected) {
        assertThat(new Decoded.Value<>(expected)).isEqualTo(decoded);
    }

    private void assertUndecodable(byte[] bytes, UndecodableReason reason) {
        assertThat(decoder.decode(bytes)).isInstanceOfSatisfying(Undecodable.class, bad -> assertThat(bad.reason())
                .isEqualTo(reason));
    }
}
