package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sessions that snowplow's web model expects, where a gap of 30 minutes makes them. Compared are whose they are, start,
 * end, events, and page views.
 *
 * <p>Their totals count distinct events: 14 records of the session with duplicates are 12, and 7 records are 6 where the
 * duplicates were collected at different times. None of the nine has a late event. Their model also counts a page view
 * once when two events of different ids name the same {@code page_view_id}. The canonical event has no such field, so that
 * session has the 8 page views that its events tell of, and not 7.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SnowplowSessionsTest {

    private static final String TWO_EVENTS_OF_ONE_PAGE_VIEW = "dupe: page_view_id different derived_tstamp";

    @TempDir
    private Path directory = Path.of("");

    private record Expected(String profile, Instant startedAt, Instant endedAt, int events, int views) {}

    @Test
    void theNineSessionsOfTheGapRuleComeOut() {
        // given
        List<Expected> expected = TestData.read(TestData.SNOWPLOW_SESSIONS).stream()
                .filter(session -> session.get("gapRule30minReproduces").asBoolean())
                .map(SnowplowSessionsTest::expected)
                .toList();

        // when
        List<Expected> found = BacktestRun.of(directory, TestData.SNOWPLOW).finalSessions().stream()
                .map(SnowplowSessionsTest::found)
                .toList();

        // then
        assertThat(expected).hasSize(9);
        assertThat(found).containsAll(expected);
    }

    @Test
    void everyEventIsAppliedOrADuplicateOrLate() {
        // when
        BacktestSummary summary = BacktestRun.of(directory, TestData.SNOWPLOW).summary();

        // then
        assertThat(summary.events()).isEqualTo(160);
        assertThat(summary.deadLetters()).isEmpty();
    }

    private static Expected expected(JsonNode session) {
        boolean hasRepeatedPageView = session.get("edgeCase").asText().equals(TWO_EVENTS_OF_ONE_PAGE_VIEW);
        return new Expected(
                profileOf(session.get("customerId").textValue()),
                Instant.ofEpochMilli(session.get("startMs").asLong()),
                Instant.ofEpochMilli(session.get("endMs").asLong()),
                session.get("totalEvents").asInt(),
                session.get("pageViews").asInt() + (hasRepeatedPageView ? 1 : 0));
    }

    /** An event that names nobody is a profile of its own, named after the event. */
    private static String profileOf(@Nullable String customerId) {
        return customerId == null ? "a:" + idOfTheEventOfNobody() : "c:" + customerId;
    }

    private static String idOfTheEventOfNobody() {
        return TestData.read(TestData.SNOWPLOW).stream()
                .filter(event -> event.get("customerId").isNull())
                .map(event -> event.get("eventId").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Expected found(JsonNode session) {
        return new Expected(
                session.get("profile").asText(),
                Instant.parse(session.get("startedAt").asText()),
                Instant.parse(session.get("endedAt").asText()),
                session.get("events").asInt(),
                session.get("views").asInt());
    }
}
