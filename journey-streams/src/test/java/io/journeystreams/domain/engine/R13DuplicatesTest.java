package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.JourneyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fault R13: producers send again what they are not sure of, and the CRM exports once more what it has exported: rules T8, T10. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class R13DuplicatesTest {

    private static final int HISTORIES = 1_000;
    private static final int COPIES = 3;
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final long EXPORTED_AGAIN_WITHIN_MS = Duration.ofDays(2).toMillis();
    private static final long AFTERWARDS_MS = Duration.ofHours(60).toMillis();

    /** @param atMs when it comes, epoch milliseconds */
    private record Arrival(JourneyEvent event, long atMs) {}

    @Test
    void recordsSentAgainAnyTimeLaterChangeNothingThatIsTold() {
        forEachSeed(HISTORIES, seed -> {
            Random random = new Random(seed);
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Journal once = read(seed, events, firstOf(events));
            List<Arrival> again = firstOf(events);
            for (JourneyEvent event : events) {
                for (int copy = random.nextInt(COPIES); copy > 0; copy--) {
                    again.add(new Arrival(
                            event, event.atMs() + 1 + (long) (random.nextDouble() * EXPORTED_AGAIN_WITHIN_MS)));
                }
            }
            Journal several = read(seed, events, again);

            assertThat(several.alerts).isEqualTo(once.alerts);
            assertThat(several.sessions).isEqualTo(once.sessions);
            assertThat(several.pictures).isEqualTo(once.pictures);
            assertThat(several.tally).isEqualTo(once.tally);
            assertThat(several.facts.stream().filter(facts -> !facts.equals(CourseOutputs.NONE)))
                    .containsExactlyElementsOf(once.facts.stream()
                            .filter(facts -> !facts.equals(CourseOutputs.NONE))
                            .toList());
        });
    }

    @Test
    void recordsSentSeveralTimesAndShuffledWithinTheGraceEndAsIfSentOnce() {
        forEachSeed(HISTORIES, seed -> {
            Random random = new Random(seed);
            List<JourneyEvent> events = new RandomHistory(seed).events();
            List<Arrival> shuffled = new ArrayList<>();
            for (JourneyEvent event : events) {
                for (int copy = random.nextInt(COPIES); copy >= 0; copy--) {
                    shuffled.add(new Arrival(event, event.atMs() + random.nextInt((int) GRACE_MS)));
                }
            }
            Journal once = read(seed, events, firstOf(events));
            Journal several = read(seed, events, shuffled);

            assertThat(Published.outcomes(several.alerts)).isEqualTo(Published.outcomes(once.alerts));
            assertThat(Published.finalSessions(several.sessions)).isEqualTo(Published.finalSessions(once.sessions));
        });
    }

    private static List<Arrival> firstOf(List<JourneyEvent> events) {
        List<Arrival> arrivals = new ArrayList<>();
        events.forEach(event -> arrivals.add(new Arrival(event, event.atMs())));
        return arrivals;
    }

    private static Journal read(long seed, List<JourneyEvent> events, List<Arrival> arrivals) {
        Journal journal = Journal.of(seed, true);
        long highestMs = Long.MIN_VALUE;
        arrivals.sort(Comparator.comparingLong(Arrival::atMs));
        for (Arrival arrival : arrivals) {
            boolean isNews = arrival.event().atMs() > highestMs;
            highestMs = Math.max(highestMs, arrival.event().atMs());
            journal.read(arrival.event(), arrival.event().atMs());
            if (isNews) {
                journal.hear(highestMs - GRACE_MS, arrival.event().atMs());
            }
        }
        long endMs = events.get(events.size() - 1).atMs() + AFTERWARDS_MS;
        journal.hear(endMs, endMs + GRACE_MS);
        return journal;
    }
}
