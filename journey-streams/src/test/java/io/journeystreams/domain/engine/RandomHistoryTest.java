package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.event.JourneyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random histories of one customer; a failure names the seed, and {@code -Dseed=…} runs it alone. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RandomHistoryTest {

    private static final int HISTORIES = 1_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final long AFTERWARDS_MS = Duration.ofHours(60).toMillis();

    @Test
    void anyArrivalOrderAndAnyDuplicationGiveTheFactsAndSessionsOfTheLiveRun() {
        forEachSeed(HISTORIES, seed -> {
            Journal live = readLive(seed);
            Journal backlog = readShuffledTwice(seed);

            assertThat(Published.facts(backlog.alerts)).isEqualTo(Published.facts(live.alerts));
            assertThat(Published.finalSessions(backlog.sessions)).isEqualTo(Published.finalSessions(live.sessions));
            assertThat(withoutTrial(backlog.tally)).isEqualTo(withoutTrial(live.tally));
            assertThat(Published.picture(backlog.pictures)).isEqualTo(Published.picture(live.pictures));
        });
    }

    @Test
    void disorderWithinTheGraceChangesNoAlertAndNoSession() {
        forEachSeed(HISTORIES, seed -> {
            Journal live = readLive(seed);
            Journal jittered = readJittered(seed);

            assertThat(Published.outcomes(jittered.alerts)).isEqualTo(Published.outcomes(live.alerts));
            assertThat(Published.finalSessions(jittered.sessions)).isEqualTo(Published.finalSessions(live.sessions));
        });
    }

    @Test
    void whatIsPublishedDoesNotDependOnWhenDeadlinesAreSwept() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Journal prompt = Journal.of(seed, true);
            Journal lazy = Journal.of(seed, false);
            Random random = new Random(seed);
            long outageMs = random.nextInt(6) * HOUR_MS;
            for (JourneyEvent event : events) {
                long intakeAtMs = event.atMs() + outageMs;
                boolean caughtUp = random.nextInt(3) == 0;
                for (Journal journal : List.of(prompt, lazy)) {
                    journal.read(event, intakeAtMs);
                    journal.hear(event.atMs() - GRACE_MS, caughtUp, intakeAtMs);
                }
            }
            finish(prompt, events);
            finish(lazy, events);
            lazy.sweep();

            assertThat(lazy.alerts).isEqualTo(prompt.alerts);
            assertThat(lazy.sessions).isEqualTo(prompt.sessions);
            assertThat(lazy.pictures).isEqualTo(prompt.pictures);
            assertThat(lazy.state).isEqualTo(prompt.state);
        });
    }

    /** All that a backlog holds is known before anybody is to be reminded, purchases after a deadline too. */
    @Test
    void nobodyIsRemindedOfWhatTheBacklogSaysWasBought() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            long startedAtMs = events.get(events.size() - 1).atMs();
            Journal journal = Journal.of(seed, true);
            for (JourneyEvent event : events) {
                journal.read(event, startedAtMs);
                journal.hear(event.atMs() - GRACE_MS, false, startedAtMs);
                Invariants.check(journal);
            }
            finish(journal, events);
            Invariants.check(journal);

            Set<AlertId> actionable = journal.alerts.stream()
                    .filter(AlertOutput::actionable)
                    .map(output -> output.alert().id())
                    .collect(Collectors.toSet());
            assertThat(journal.alerts)
                    .filteredOn(output -> actionable.contains(output.alert().id()))
                    .extracting(AlertOutput::state)
                    .doesNotContain(AlertOutput.State.RECOVERED, AlertOutput.State.RETRACTED);
        });
    }

    @Test
    void invariantsHoldAtEveryStepHoweverLateEventsAre() {
        forEachSeed(HISTORIES, seed -> {
            Random random = new Random(seed);
            List<JourneyEvent> events = new RandomHistory(seed).events();
            List<JourneyEvent> arrivals = new ArrayList<>(events);
            Collections.shuffle(arrivals, random);
            Journal journal = Journal.of(seed, true);
            for (JourneyEvent event : arrivals) {
                journal.read(event, event.atMs());
                Invariants.check(journal);
                journal.hear(event.atMs() - GRACE_MS + random.nextInt(100) * 60_000L, event.atMs());
                Invariants.check(journal);
            }
            finish(journal, events);
            Invariants.check(journal);
        });
    }

    /** Whether an alert could be acted on depends on when it was read. */
    private static Tally withoutTrial(Tally tally) {
        return tally.minus(Tally.of(tally.trial()));
    }

    /** The clock moves when all events of a millisecond have been read: what comes last may be an order for what comes first. */
    private static Journal readLive(long seed) {
        List<JourneyEvent> events = new RandomHistory(seed).events();
        Journal journal = Journal.of(seed, true);
        for (int i = 0; i < events.size(); i++) {
            JourneyEvent event = events.get(i);
            journal.read(event, event.atMs());
            if (i + 1 == events.size() || events.get(i + 1).atMs() > event.atMs()) {
                journal.hear(event.atMs() - GRACE_MS, event.atMs());
                Invariants.check(journal);
            }
        }
        return finish(journal, events);
    }

    private static Journal readShuffledTwice(long seed) {
        List<JourneyEvent> events = new RandomHistory(seed).events();
        List<JourneyEvent> arrivals = new ArrayList<>(events);
        arrivals.addAll(events);
        Collections.shuffle(arrivals, new Random(seed));
        Journal journal = Journal.of(seed, true);
        arrivals.forEach(event -> journal.read(event, event.atMs()));
        assertThat(Collections.frequency(journal.outcomes, Outcome.DUPLICATE)).isEqualTo(events.size());
        return finish(journal, events);
    }

    /** Every event is delayed by less than the grace. */
    private static Journal readJittered(long seed) {
        List<JourneyEvent> events = new RandomHistory(seed).events();
        Random random = new Random(seed);
        Map<JourneyEvent, Long> arrivals = new LinkedHashMap<>();
        events.forEach(event -> arrivals.put(event, event.atMs() + random.nextInt((int) GRACE_MS)));
        Journal journal = Journal.of(seed, true);
        long highestMs = Long.MIN_VALUE;
        for (JourneyEvent event :
                events.stream().sorted(Comparator.comparingLong(arrivals::get)).toList()) {
            highestMs = Math.max(highestMs, event.atMs());
            journal.read(event, event.atMs());
            journal.hear(highestMs - GRACE_MS, event.atMs());
        }
        return finish(journal, events);
    }

    private static Journal finish(Journal journal, List<JourneyEvent> events) {
        long endMs = events.get(events.size() - 1).atMs() + AFTERWARDS_MS;
        journal.hear(endMs, endMs + GRACE_MS);
        return journal;
    }
}
