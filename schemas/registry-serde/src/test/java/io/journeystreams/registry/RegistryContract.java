package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
 * What every Confluent-compatible registry must do for us. The embedded registry and the real Apicurio are both held to it;
 * where Apicurio differs, {@link Dialect} says so.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class RegistryContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String A = record("{\"name\":\"a\",\"type\":\"string\"}");
    private static final String A_AND_OPTIONAL_B =
            record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
    private static final String A_AND_B =
            record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String topic = "t-" + UUID.randomUUID();
    private final String subject = topic + "-value";

    private RegistryConnection registry;
    private AvroPayloadDecoder<ClickstreamEvent> decoder;
    private SchemaRegistryClient genuineClient;

    /** Base address of the registry under test. */
    abstract String url();

    abstract Dialect dialect();

    /** What registries are free to answer differently. */
    record Dialect(String defaultLevel, int invalidVersionStatus, int invalidVersionCode) {}

    @BeforeEach
    void connect() {
        registry = RegistryConnection.open(Map.of(RegistryConnection.URL, url()));
        decoder = new AvroPayloadDecoder<>(ClickstreamEvent.class, new WriterSchemas(registry));
        genuineClient = new CachedSchemaRegistryClient(url(), 10);
    }

    @AfterEach
    void disconnect() throws IOException {
        registry.close();
        genuineClient.close();
    }

    @Test
    void registeringTheSameSchemaAgainGivesTheSameIdAndNoNewVersion() {
        // given
        int id = register(subject, A);

        // when
        int again = register(subject, A);

        // then
        assertThat(again).isEqualTo(id);
        assertThat(get("/subjects/" + subject + "/versions").body()).hasToString("[1]");
    }

    @Test
    void theSameSchemaHasTheSameIdUnderEverySubject() {
        // given
        int id = register(subject, A);

        // when
        int elsewhere = register("other-" + subject, A);

        // then
        assertThat(elsewhere).isEqualTo(id);
    }

    @Test
    void aRegisteredSchemaIsFoundBySubjectByVersionAndById() {
        // given
        int id = register(subject, A);

        // when
        JsonNode found = post("/subjects/" + subject, schemaBody(A)).body();
        JsonNode latest = get("/subjects/" + subject + "/versions/latest").body();
        JsonNode byId = get("/schemas/ids/" + id).body();

        // then
        assertThat(found.path("id").asInt()).isEqualTo(id);
        assertThat(found.path("version").asInt()).isEqualTo(1);
        assertThat(found.path("subject").asText()).isEqualTo(subject);
        assertThat(latest.path("id").asInt()).isEqualTo(id);
        assertThat(parse(latest.path("schema").asText())).isEqualTo(parse(A));
        assertThat(parse(byId.path("schema").asText())).isEqualTo(parse(A));
    }

    @Test
    void theSchemaAloneIsServedAsItIs() {
        // given
        register(subject, A);

        // when
        Answer answer = get("/subjects/" + subject + "/versions/1/schema");

        // then
        assertThat(parse(answer.body().toString())).isEqualTo(parse(A));
    }

    @Test
    void theHoldersOfAnIdAreListed() {
        // given
        String unique =
                record("{\"name\":\"f" + UUID.randomUUID().toString().replace("-", "") + "\",\"type\":\"string\"}");
        int id = register(subject, unique);

        // when
        JsonNode holders = get("/schemas/ids/" + id + "/versions").body();

        // then
        assertThat(holders.size()).isEqualTo(1);
        assertThat(holders.path(0).path("subject").asText()).isEqualTo(subject);
        assertThat(holders.path(0).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereHasConfluentsErrorCodes() {
        // given
        register(subject, A);

        // then
        assertError(get("/subjects/none-" + subject + "/versions"), 404, 40401);
        assertError(get("/subjects/" + subject + "/versions/9"), 404, 40402);
        assertError(get("/schemas/ids/987654"), 404, 40403);
        assertError(post("/subjects/none-" + subject, schemaBody(A)), 404, 40401);
        assertError(post("/subjects/" + subject, schemaBody(A_AND_B)), 404, 40403);
    }

    @Test
    void whatIsNoSchemaNoVersionAndNoLevelHasConfluentsErrorCodes() {
        // given
        register(subject, A);

        // then
        assertError(post("/subjects/" + subject + "/versions", schemaBody("{\"type\":\"nonsense\"}")), 422, 42201);
        assertError(
                get("/subjects/" + subject + "/versions/newest"),
                dialect().invalidVersionStatus(),
                dialect().invalidVersionCode());
        assertError(put("/config/" + subject, "{\"compatibility\":\"SOMEWHAT\"}"), 422, 42203);
    }

    @Test
    void aSubjectKeepsItsOwnCompatibilityLevel() {
        // given
        Answer set = put("/config/" + subject, "{\"compatibility\":\"FULL_TRANSITIVE\"}");

        // when
        JsonNode level = get("/config/" + subject).body();

        // then
        assertThat(set.status()).isEqualTo(200);
        assertThat(level.path("compatibilityLevel").asText()).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void theGlobalLevelHoldsWhereASubjectHasNone() {
        assertThat(get("/config").body().path("compatibilityLevel").asText())
                .isEqualTo(dialect().defaultLevel());
        assertThat(get("/config/none-" + subject).status()).isEqualTo(404);
        assertThat(get("/mode").body().path("mode").asText()).isEqualTo("READWRITE");
    }

    @Test
    void anIncompatibleSchemaIsRefusedAndACompatibleOneIsNot() {
        // given
        put("/config/" + subject, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        register(subject, A);

        // when
        Answer refused = post("/subjects/" + subject + "/versions", schemaBody(A_AND_B));
        register(subject, A_AND_OPTIONAL_B);

        // then
        assertError(refused, 409, 409);
        assertThat(get("/subjects/" + subject + "/versions").body()).hasToString("[1,2]");
    }

    @Test
    void compatibilityCanBeAskedForWithoutRegistering() {
        // given
        put("/config/" + subject, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        register(subject, A);
        String latest = "/compatibility/subjects/" + subject + "/versions/latest";
        String all = "/compatibility/subjects/" + subject + "/versions";

        // then
        assertThat(post(latest, schemaBody(A_AND_B))
                        .body()
                        .path("is_compatible")
                        .asBoolean(true))
                .isFalse();
        assertThat(post(latest, schemaBody(A_AND_OPTIONAL_B))
                        .body()
                        .path("is_compatible")
                        .asBoolean(false))
                .isTrue();
        assertThat(post(all, schemaBody(A_AND_B)).body().path("is_compatible").asBoolean(true))
                .isFalse();
        assertThat(get("/subjects/" + subject + "/versions").body()).hasToString("[1]");
    }

    @Test
    void aDeletedSubjectIsOutOfSight() {
        // given
        register(subject, A);

        // when
        Answer soft = send("DELETE", "/subjects/" + subject, "");
        Answer hard = send("DELETE", "/subjects/" + subject + "?permanent=true", "");

        // then
        assertThat(soft.body()).hasToString("[1]");
        assertThat(hard.body()).hasToString("[1]");
        assertError(get("/subjects/" + subject + "/versions"), 404, 40401);
    }

    @Test
    void oneVersionCanBeDeleted() {
        // given
        register(subject, A);
        register(subject, A_AND_OPTIONAL_B);

        // when
        Answer deleted = send("DELETE", "/subjects/" + subject + "/versions/2", "");

        // then
        assertThat(deleted.body()).hasToString("2");
        assertThat(get("/subjects/" + subject + "/versions").body()).hasToString("[1]");
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
                new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.LOOK_UP);

        // when, then
        assertThatThrownBy(() -> serializer.serialize(topic, Samples.mugAdded()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(subject);
        new SchemaRegistration(registry).register(Map.of(subject, Samples.OURS));
        assertSame(decoder.decode(bytes(serializer)), Samples.mugAdded());
    }

    @Test
    void registrationTellsHowEachSubjectStands() {
        // given
        SchemaRegistration registration = new SchemaRegistration(registry);
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
        assertThat(get("/config/" + subject).body().path("compatibilityLevel").asText())
                .isEqualTo("FULL_TRANSITIVE");
    }

    private record Answer(int status, JsonNode body) {}

    private byte[] written(ClickstreamEvent event) {
        AvroSerializer<ClickstreamEvent> serializer =
                new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.REGISTER);
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

    private static void assertError(Answer answer, int status, int code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().path("error_code").asInt())
                .as(answer.body().toString())
                .isEqualTo(code);
        assertThat(answer.body().path("message").asText()).isNotEmpty();
    }

    private int register(String name, String schema) {
        Answer answer = post("/subjects/" + name + "/versions", schemaBody(schema));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("id").asInt();
    }

    private Answer get(String path) {
        return send("GET", path, "");
    }

    private Answer post(String path, String body) {
        return send("POST", path, body);
    }

    private Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    private Answer send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(method + " " + path, failed);
        }
    }

    private static String schemaBody(String schema) {
        return JSON.createObjectNode().put("schema", schema).toString();
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }

    private static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}";
    }
}
