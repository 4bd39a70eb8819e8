package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.JourneyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Stages, moments and friction of random histories; a failure names the seed, and {@code -Dseed=…} runs it alone. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RandomCourseTest {

    private static final int HISTORIES = 500;
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final long AFTERWARDS_MS = Duration.ofDays(40).toMillis();

    @Test
    void anyArrivalOrderAndAnyDuplicationEndInTheFactsOfTheLiveRun() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            List<JourneyEvent> arrivals = new ArrayList<>(events);
            arrivals.addAll(events);
            Collections.shuffle(arrivals, new Random(seed));
            Journal backlog = Journal.of(seed, true);
            for (JourneyEvent event : arrivals) {
                backlog.read(event, event.atMs());
                CourseFacts.check(backlog);
            }
            finish(backlog, events);

            assertThat(CourseFacts.standing(backlog)).isEqualTo(CourseFacts.standing(readLive(seed, events)));
        });
    }

    @Test
    void disorderWithinTheGraceEndsInTheSameFacts() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Random random = new Random(seed);
            Map<JourneyEvent, Long> arrivals = new LinkedHashMap<>();
            events.forEach(event -> arrivals.put(event, event.atMs() + random.nextInt((int) GRACE_MS)));
            Journal jittered = Journal.of(seed, true);
            long highestMs = Long.MIN_VALUE;
            for (JourneyEvent event : events.stream()
                    .sorted(Comparator.comparingLong(arrivals::get))
                    .toList()) {
                highestMs = Math.max(highestMs, event.atMs());
                jittered.read(event, event.atMs());
                jittered.hear(highestMs - GRACE_MS, event.atMs());
                CourseFacts.check(jittered);
            }
            finish(jittered, events);

            assertThat(CourseFacts.standing(jittered)).isEqualTo(CourseFacts.standing(readLive(seed, events)));
        });
    }

    @Test
    void whatIsPublishedDoesNotDependOnWhenDeadlinesAreSwept() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Journal prompt = Journal.of(seed, true);
            Journal lazy = Journal.of(seed, false);
            Random random = new Random(seed);
            for (JourneyEvent event : events) {
                boolean caughtUp = random.nextInt(3) == 0;
                for (Journal journal : List.of(prompt, lazy)) {
                    journal.read(event, event.atMs());
                    journal.hear(event.atMs() - GRACE_MS, caughtUp, event.atMs());
                }
            }
            finish(prompt, events);
            finish(lazy, events);
            lazy.sweep();

            assertThat(CourseFacts.published(lazy)).isEqualTo(CourseFacts.published(prompt));
            assertThat(lazy.state).isEqualTo(prompt.state);
        });
    }

    @Test
    void readersAreNeverLedAstrayHoweverLateEventsAre() {
        forEachSeed(HISTORIES, seed -> {
            Random random = new Random(seed);
            List<JourneyEvent> events = new RandomHistory(seed).events();
            List<JourneyEvent> arrivals = new ArrayList<>(events);
            Collections.shuffle(arrivals, random);
            Journal journal = Journal.of(seed, true);
            for (JourneyEvent event : arrivals) {
                journal.read(event, event.atMs());
                CourseFacts.check(journal);
                journal.hear(event.atMs() - GRACE_MS + random.nextInt(100) * 60_000L, event.atMs());
                CourseFacts.check(journal);
            }
            finish(journal, events);
            CourseFacts.check(journal);
        });
    }

    private static Journal readLive(long seed, List<JourneyEvent> events) {
        Journal journal = Journal.of(seed, true);
        for (JourneyEvent event : events) {
            journal.read(event, event.atMs());
            journal.hear(event.atMs() - GRACE_MS, event.atMs());
            CourseFacts.check(journal);
        }
        return finish(journal, events);
    }

    private static Journal finish(Journal journal, List<JourneyEvent> events) {
        long endMs = events.get(events.size() - 1).atMs() + AFTERWARDS_MS;
        journal.hear(endMs, endMs + GRACE_MS);
        return journal;
    }
}
