package io.journeystreams.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.local.registry.SchemaStore.SubjectVersion;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SchemaStoreTest {

    private static final String ONE = schema("{\"name\":\"a\",\"type\":\"string\"}");
    private static final String WITH_DEFAULT =
            schema("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
    private static final String WITHOUT_DEFAULT =
            schema("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");

    private final SchemaStore store = new SchemaStore();

    @Test
    void theSameSchemaHasOneIdInAllSubjectsAndOneVersionInEach() {
        // given
        store.register("s", ONE);

        // when
        SubjectVersion again = store.register("s", ONE);
        SubjectVersion elsewhere = store.register("t", ONE);

        // then
        assertThat(again).isEqualTo(new SubjectVersion("s", 1, 1, ONE));
        assertThat(elsewhere).isEqualTo(new SubjectVersion("t", 1, 1, ONE));
        assertThat(store.versionsById(1, false)).containsExactly(again, elsewhere);
    }

    @Test
    void aSchemaThatCannotReadTheOldDataIsRefusedByDefault() {
        // given
        store.register("s", ONE);

        // when, then
        assertRefused(() -> store.register("s", WITHOUT_DEFAULT), 409, 409);
        assertThat(store.versions("s", false)).containsExactly(1);
    }

    @Test
    void theSubjectsOwnLevelGoesBeforeTheGlobalOne() {
        // given
        store.register("s", ONE);
        store.setGlobalLevel(CompatibilityLevel.FULL_TRANSITIVE);
        store.setLevel("s", CompatibilityLevel.NONE);

        // when
        SubjectVersion second = store.register("s", WITHOUT_DEFAULT);

        // then
        assertThat(second).isEqualTo(new SubjectVersion("s", 2, 2, WITHOUT_DEFAULT));
    }

    @Test
    void aSoftlyDeletedVersionIsOutOfSightButItsIdStillAnswers() {
        // given
        store.register("s", ONE);
        store.register("s", WITH_DEFAULT);

        // when
        int deleted = store.deleteVersion("s", VersionSelector.LATEST, false);

        // then
        assertThat(deleted).isEqualTo(2);
        assertThat(store.versions("s", false)).containsExactly(1);
        assertThat(store.versions("s", true)).containsExactly(1, 2);
        assertThat(store.schemaById(2)).isEqualTo(WITH_DEFAULT);
        assertRefused(() -> store.version("s", VersionSelector.of(2), false), 404, 40402);
    }

    @Test
    void deletingForGoodNeedsASoftDeleteFirst() {
        // given
        store.register("s", ONE);

        // when, then
        assertRefused(() -> store.deleteSubject("s", true), 404, 40405);
        assertRefused(() -> store.deleteVersion("s", VersionSelector.of(1), true), 404, 40407);
        assertThat(store.deleteSubject("s", false)).containsExactly(1);
        assertRefused(() -> store.deleteSubject("s", false), 404, 40404);
        assertThat(store.deleteSubject("s", true)).containsExactly(1);
        assertRefused(() -> store.schemaById(1), 404, 40403);
        assertRefused(() -> store.versions("s", true), 404, 40401);
    }

    @Test
    void aSubjectDeletedSoftlyStartsAgainWithTheNextVersion() {
        // given
        store.register("s", ONE);
        store.deleteSubject("s", false);

        // when
        SubjectVersion again = store.register("s", ONE);

        // then
        assertThat(again).isEqualTo(new SubjectVersion("s", 2, 1, ONE));
        assertThat(store.subjects(false)).isEqualTo(List.of("s"));
    }

    @Test
    void whatIsNoVersionAndNoSchemaHasItsOwnCode() {
        assertRefused(() -> VersionSelector.parse("0"), 422, 42202);
        assertRefused(() -> VersionSelector.parse("newest"), 422, 42202);
        assertRefused(() -> store.register("s", "{\"type\":\"nonsense\"}"), 422, 42201);
        assertRefused(() -> store.lookUp("s", ONE, false), 404, 40401);
    }

    private static void assertRefused(ThrowingCallable request, int status, int code) {
        assertThatThrownBy(request).isInstanceOfSatisfying(RegistryRefusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.errorCode()).isEqualTo(code);
        });
    }

    private static String schema(String fields) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}";
    }
}
