package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every Confluent-compatible registry must answer over HTTP. The embedded registry and the real Apicurio are both held to it;
 * where Apicurio differs, {@link RegistryUnderTest.Dialect} says so.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class RegistryRestContract {

    private static final String A = record("{\"name\":\"a\",\"type\":\"string\"}");
    private static final String A_AND_OPTIONAL_B =
            record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
    private static final String A_AND_B =
            record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");

    private final String subject = "t-" + UUID.randomUUID() + "-value";

    abstract RegistryUnderTest registry();

    @Test
    void registeringTheSameSchemaAgainGivesTheSameIdAndNoNewVersion() {
        // given
        int id = registry().register(subject, A);

        // when
        int again = registry().register(subject, A);

        // then
        assertThat(again).isEqualTo(id);
        assertThat(registry().get("/subjects/" + subject + "/versions").body()).hasToString("[1]");
    }

    @Test
    void theSameSchemaHasTheSameIdUnderEverySubject() {
        // given
        int id = registry().register(subject, A);

        // when
        int elsewhere = registry().register("other-" + subject, A);

        // then
        assertThat(elsewhere).isEqualTo(id);
    }

    @Test
    void aRegisteredSchemaIsFoundBySubjectByVersionAndById() {
        // given
        int id = registry().register(subject, A);

        // when
        JsonNode found = registry()
                .post("/subjects/" + subject, RegistryUnderTest.schemaBody(A))
                .body();
        JsonNode latest =
                registry().get("/subjects/" + subject + "/versions/latest").body();
        JsonNode byId = registry().get("/schemas/ids/" + id).body();

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
        registry().register(subject, A);

        // when
        RegistryUnderTest.Answer answer = registry().get("/subjects/" + subject + "/versions/1/schema");

        // then
        assertThat(parse(answer.body().toString())).isEqualTo(parse(A));
    }

    @Test
    void theHoldersOfAnIdAreListed() {
        // given
        String unique =
                record("{\"name\":\"f" + UUID.randomUUID().toString().replace("-", "") + "\",\"type\":\"string\"}");
        int id = registry().register(subject, unique);

        // when
        JsonNode holders = registry().get("/schemas/ids/" + id + "/versions").body();

        // then
        assertThat(holders.size()).isEqualTo(1);
        assertThat(holders.path(0).path("subject").asText()).isEqualTo(subject);
        assertThat(holders.path(0).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereHasConfluentsErrorCodes() {
        // given
        registry().register(subject, A);

        // then
        assertError(registry().get("/subjects/none-" + subject + "/versions"), 404, 40401);
        assertError(registry().get("/subjects/" + subject + "/versions/9"), 404, 40402);
        assertError(registry().get("/schemas/ids/987654"), 404, 40403);
        assertError(registry().post("/subjects/none-" + subject, RegistryUnderTest.schemaBody(A)), 404, 40401);
        assertError(registry().post("/subjects/" + subject, RegistryUnderTest.schemaBody(A_AND_B)), 404, 40403);
    }

    @Test
    void whatIsNoSchemaNoVersionAndNoLevelHasConfluentsErrorCodes() {
        // given
        registry().register(subject, A);

        // then
        assertError(
                registry()
                        .post(
                                "/subjects/" + subject + "/versions",
                                RegistryUnderTest.schemaBody("{\"type\":\"nonsense\"}")),
                422,
                42201);
        assertError(
                registry().get("/subjects/" + subject + "/versions/newest"),
                registry().dialect().invalidVersionStatus(),
                registry().dialect().invalidVersionCode());
        assertError(registry().put("/config/" + subject, "{\"compatibility\":\"SOMEWHAT\"}"), 422, 42203);
    }

    @Test
    void aSubjectKeepsItsOwnCompatibilityLevel() {
        // given
        RegistryUnderTest.Answer set = registry().put("/config/" + subject, "{\"compatibility\":\"FULL_TRANSITIVE\"}");

        // when
        JsonNode level = registry().get("/config/" + subject).body();

        // then
        assertThat(set.status()).isEqualTo(200);
        assertThat(level.path("compatibilityLevel").asText()).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void theGlobalLevelHoldsWhereASubjectHasNone() {
        assertThat(registry().get("/config").body().path("compatibilityLevel").asText())
                .isEqualTo(registry().dialect().defaultLevel());
        assertThat(registry().get("/config/none-" + subject).status()).isEqualTo(404);
        assertThat(registry().get("/mode").body().path("mode").asText()).isEqualTo("READWRITE");
    }

    @Test
    void anIncompatibleSchemaIsRefusedAndACompatibleOneIsNot() {
        // given
        registry().put("/config/" + subject, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        registry().register(subject, A);

        // when
        RegistryUnderTest.Answer refused =
                registry().post("/subjects/" + subject + "/versions", RegistryUnderTest.schemaBody(A_AND_B));
        registry().register(subject, A_AND_OPTIONAL_B);

        // then
        assertError(refused, 409, 409);
        assertThat(registry().get("/subjects/" + subject + "/versions").body()).hasToString("[1,2]");
    }

    @Test
    void compatibilityCanBeAskedForWithoutRegistering() {
        // given
        registry().put("/config/" + subject, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        registry().register(subject, A);
        String latest = "/compatibility/subjects/" + subject + "/versions/latest";
        String all = "/compatibility/subjects/" + subject + "/versions";

        // then
        assertThat(registry()
                        .post(latest, RegistryUnderTest.schemaBody(A_AND_B))
                        .body()
                        .path("is_compatible")
                        .asBoolean(true))
                .isFalse();
        assertThat(registry()
                        .post(latest, RegistryUnderTest.schemaBody(A_AND_OPTIONAL_B))
                        .body()
                        .path("is_compatible")
                        .asBoolean(false))
                .isTrue();
        assertThat(registry()
                        .post(all, RegistryUnderTest.schemaBody(A_AND_B))
                        .body()
                        .path("is_compatible")
                        .asBoolean(true))
                .isFalse();
        assertThat(registry().get("/subjects/" + subject + "/versions").body()).hasToString("[1]");
    }

    @Test
    void aDeletedSubjectIsOutOfSight() {
        // given
        registry().register(subject, A);

        // when
        RegistryUnderTest.Answer soft = registry().send("DELETE", "/subjects/" + subject, "");
        RegistryUnderTest.Answer hard = registry().send("DELETE", "/subjects/" + subject + "?permanent=true", "");

        // then
        assertThat(soft.body()).hasToString("[1]");
        assertThat(hard.body()).hasToString("[1]");
        assertError(registry().get("/subjects/" + subject + "/versions"), 404, 40401);
    }

    @Test
    void oneVersionCanBeDeleted() {
        // given
        registry().register(subject, A);
        registry().register(subject, A_AND_OPTIONAL_B);

        // when
        RegistryUnderTest.Answer deleted = registry().send("DELETE", "/subjects/" + subject + "/versions/2", "");

        // then
        assertThat(deleted.body()).hasToString("2");
        assertThat(registry().get("/subjects/" + subject + "/versions").body()).hasToString("[1]");
    }

    private static void assertError(RegistryUnderTest.Answer answer, int status, int code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().path("error_code").asInt())
                .as(answer.body().toString())
                .isEqualTo(code);
        assertThat(answer.body().path("message").asText()).isNotEmpty();
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }

    private static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}";
    }
}
