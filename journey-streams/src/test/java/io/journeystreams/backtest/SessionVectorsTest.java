package io.journeystreams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.session.SessionPolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The session windows of others hold with their own gap. Their times begin at 0; here at a day of ours. Where a gap of
 * exactly the length splits (Beam), ours is a millisecond shorter. Where the vector has a watermark, it is our grace, and
 * what is dropped as older than the watermark is late here ({@code lateness} just above the grace), and compared are the
 * sessions that are closed when the last input has been read.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SessionVectorsTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    private record Window(String key, long startMs, long endMs, int events, Optional<Boolean> converted) {

        Window comparedWith(Window expected) {
            return expected.converted().isPresent() ? this : new Window(key, startMs, endMs, events, Optional.empty());
        }
    }

    static Stream<Arguments> vectors() {
        return TestData.read(TestData.SESSION_VECTORS).stream()
                .map(vector -> Arguments.of(vector.get("id").asText(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void holds(String name, JsonNode vector) {
        // given
        boolean isCutOff = vector.hasNonNull("graceMs");
        BacktestRequest request = new BacktestRequest(
                isCutOff ? withWatermark(policy(vector), vector.get("graceMs").asLong()) : policy(vector),
                List.of(EventFile.of(BacktestRun.file(directory, "events.ndjson", String.join("\n", events(vector))))),
                directory.resolve("out"),
                isCutOff ? new Until.End() : Until.usual(),
                new IntakeTime.AsLive());

        // when
        BacktestRun run = BacktestRun.of(request);

        // then
        List<Window> expected = expected(vector.get(isCutOff ? "closedAfterLast" : "finalSessions"));
        List<Window> closed = run.finalSessions().stream()
                .filter(session -> !session.get("state").asText().equals("STARTED"))
                .map(SessionVectorsTest::found)
                .map(window -> window.comparedWith(expected.get(0)))
                .toList();
        assertThat(closed).as(name).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static EnginePolicy policy(JsonNode vector) {
        boolean splitsAtTheGap = vector.get("boundary").asText().contains("strict");
        Duration gap = Duration.ofMillis(vector.get("gapMs").asLong() - (splitsAtTheGap ? 1 : 0));
        SessionPolicy sessions = new SessionPolicy(gap, Duration.ofHours(24), Duration.ofHours(72), false);
        return EnginePolicy.defaults().with(sessions);
    }

    private static EnginePolicy withWatermark(EnginePolicy policy, long graceMs) {
        ClockPolicy clock = new ClockPolicy(
                Duration.ofMillis(graceMs),
                Duration.ofHours(1),
                policy.clock().futureTolerance(),
                Duration.ofMillis(graceMs + 1));
        return policy.with(clock);
    }

    private static List<String> events(JsonNode vector) {
        List<String> lines = new ArrayList<>();
        for (JsonNode input : vector.get("inputs")) {
            String type =
                    switch (input.path("type").asText("view")) {
                        case "transaction" -> "order_placed";
                        case "addtocart" -> "product_added";
                        default -> "page_viewed";
                    };
            lines.add("""
                    {"eventId":"e%d","type":"%s","occurredAt":"%s","source":"clickstream","customerId":"%s","device":"web"}""".formatted(
                            lines.size(),
                            type,
                            BEGINNING.plusMillis(input.get("ts").asLong()),
                            input.get("key").asText()));
        }
        return lines;
    }

    private static List<Window> expected(JsonNode windows) {
        return StreamSupport.stream(windows.spliterator(), false)
                .map(window -> new Window(
                        window.get("key").asText(),
                        window.get("start").asLong(),
                        window.get("end").asLong(),
                        window.get("count").asInt(),
                        window.has("hasPurchase")
                                ? Optional.of(window.get("hasPurchase").asBoolean())
                                : Optional.empty()))
                .toList();
    }

    private static Window found(JsonNode session) {
        return new Window(
                session.get("profile").asText().substring(2),
                sinceBeginning(session.get("startedAt")),
                sinceBeginning(session.get("endedAt")),
                session.get("events").asInt(),
                Optional.of(session.get("converted").asBoolean()));
    }

    private static long sinceBeginning(JsonNode time) {
        return Duration.between(BEGINNING, Instant.parse(time.asText())).toMillis();
    }
}
