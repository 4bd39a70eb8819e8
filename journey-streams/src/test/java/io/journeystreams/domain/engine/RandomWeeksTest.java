package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.JourneyEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Random histories of weeks: what is too old to change is settled on the way, while what came since stays told. A failure names the
 * seed, and {@code -Dseed=…} runs it alone. That it makes no difference whether a journey is told on or anew, {@link Journal} checks at
 * every step.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RandomWeeksTest {

    private static final int HISTORIES = 500;
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final long AFTERWARDS_MS = Duration.ofDays(40).toMillis();

    /** Longer than events are waited for: some are too late. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(4);

    @Test
    void invariantsHoldAtEveryStep() {
        forEachSeed(HISTORIES, RandomHistory::ofWeeks, seed -> {
            List<JourneyEvent> events = RandomHistory.ofWeeks(seed).events();
            Journal journal = Journal.of(seed, true);
            for (JourneyEvent event : events) {
                journal.read(event, event.atMs());
                journal.hear(event.atMs() - GRACE_MS, event.atMs());
                Invariants.check(journal);
                CourseFacts.check(journal);
            }
            check(finish(journal, events));
        });
    }

    @Test
    void invariantsHoldAtEveryStepHoweverLateEventsAre() {
        forEachSeed(HISTORIES, RandomHistory::ofWeeks, seed -> {
            Random random = new Random(seed);
            List<JourneyEvent> events = RandomHistory.ofWeeks(seed).events();
            Journal journal = Journal.of(seed, true);
            long highestMs = Long.MIN_VALUE;
            for (Arrival arrival : arrivals(events, random)) {
                highestMs = Math.max(highestMs, arrival.event().atMs());
                journal.read(arrival.event(), arrival.atMs());
                journal.hear(highestMs - GRACE_MS, arrival.atMs());
                Invariants.check(journal);
                CourseFacts.check(journal);
            }
            check(finish(journal, events));
        });
    }

    @Test
    void whatIsPublishedDoesNotDependOnWhenDeadlinesAreSwept() {
        forEachSeed(HISTORIES, RandomHistory::ofWeeks, seed -> {
            List<JourneyEvent> events = RandomHistory.ofWeeks(seed).events();
            Journal prompt = Journal.of(seed, true);
            Journal lazy = Journal.of(seed, false);
            for (JourneyEvent event : events) {
                for (Journal journal : List.of(prompt, lazy)) {
                    journal.read(event, event.atMs());
                    journal.hear(event.atMs() - GRACE_MS, event.atMs());
                }
            }
            finish(prompt, events);
            finish(lazy, events);
            lazy.sweep();

            assertThat(lazy.alerts).isEqualTo(prompt.alerts);
            assertThat(lazy.sessions).isEqualTo(prompt.sessions);
            assertThat(CourseFacts.published(lazy)).isEqualTo(CourseFacts.published(prompt));
            assertThat(lazy.state).isEqualTo(prompt.state);
        });
    }

    /** Mostly none, else of any length up to the longest. */
    private static long delayMs(Random random) {
        return random.nextInt(4) == 0 ? (long) (random.nextDouble() * LONGEST_DELAY.toMillis()) : 0;
    }

    private record Arrival(JourneyEvent event, long atMs) {}

    private static List<Arrival> arrivals(List<JourneyEvent> events, Random random) {
        return events.stream()
                .map(event -> new Arrival(event, event.atMs() + delayMs(random)))
                .sorted(Comparator.comparingLong(Arrival::atMs))
                .toList();
    }

    private static Journal finish(Journal journal, List<JourneyEvent> events) {
        long endMs = events.get(events.size() - 1).atMs() + AFTERWARDS_MS;
        journal.hear(endMs, endMs + GRACE_MS);
        return journal;
    }

    private static void check(Journal journal) {
        Invariants.check(journal);
        CourseFacts.check(journal);
    }
}
