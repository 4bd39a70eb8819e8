package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnOutput.State;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two years of random orders, cancellations and refunds (rules C1, C3, C6, T10). */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class RandomSilenceTest {

    private static final int HISTORIES = 60;
    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int DAYS = 728;
    private static final ChurnPolicy TOGETHER = ChurnPolicy.defaults().with(Cdnow.MODEL);
    private static final ChurnPolicy BY_CHANNEL = ChurnPolicy.defaults()
            .with(CohortModels.of(Cdnow.MODEL, Map.of("web", Cdnow.faster(2)), new CohortBy(CohortBy.CHANNEL)));

    static IntStream seeds() {
        return IntStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void alertsAreThoseOfSomebodyWhoLooksEveryHour(int seed) {
        List<JourneyEvent> history = history(seed);
        List<SilenceWatcher.Alert> watched = SilenceWatcher.watch(history, policy(seed), START_MS + DAYS * DAY_MS);
        assertThat(SilenceWatcher.of(outputs(play(history, journal(seed, true)))))
                .isEqualTo(watched);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlertFiresOnceAndEndsOnceUntilItsEndIsTakenBack(int seed) {
        Map<String, ChurnOutput> last = new HashMap<>();
        for (ChurnOutput output : outputs(play(history(seed), journal(seed, true)))) {
            Optional<ChurnOutput> before = Optional.ofNullable(last.put(output.id(), output));
            assertThat(output.revision())
                    .isEqualTo(before.map(ChurnOutput::revision).orElse(0) + 1);
            boolean wasFiring = before.map(ChurnOutput::state).equals(Optional.of(State.FIRING));
            boolean goesOn = output.state() != State.FIRING || output.reason() == ChurnReason.ESCALATED;
            assertThat(wasFiring).as("%s after %s", output, before).isEqualTo(goesOn);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whenDeadlinesAreSweptDoesNotMatter(int seed) {
        List<ChurnOutput> atOnce = outputs(play(history(seed), journal(seed, true)));
        List<ChurnOutput> later = outputs(play(history(seed), journal(seed, false)));
        assertThat(later).isEqualTo(atOnce);
    }

    /** Whoever comes too late, but within three days, changes nothing of what stands in the end. */
    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfArrivalDoesNotMatterInTheEnd(int seed) {
        List<JourneyEvent> shuffled = new ArrayList<>(history(seed));
        Random random = new Random(seed);
        Map<JourneyEvent, Long> arrival = new HashMap<>();
        shuffled.forEach(event -> arrival.put(event, event.atMs() + random.nextInt((int) (2 * DAY_MS))));
        shuffled.sort(Comparator.comparing(arrival::get));
        assertThat(standing(play(shuffled, arrival, journal(seed, true))))
                .isEqualTo(standing(play(history(seed), journal(seed, true))));
    }

    /** Who reads all of it as a backlog tells of the same alerts, too late to be acted on. */
    @ParameterizedTest
    @MethodSource("seeds")
    void backlogTellsOfEveryAlert(int seed) {
        List<JourneyEvent> history = history(seed);
        Journal backlog = journal(seed, true);
        long muchLaterMs = START_MS + 10 * DAYS * DAY_MS;
        history.forEach(event -> backlog.read(event, muchLaterMs));
        backlog.hear(START_MS + DAYS * DAY_MS, muchLaterMs);
        Journal live = play(history, journal(seed, true));
        assertThat(standing(backlog).keySet()).isEqualTo(standing(live).keySet());
        assertThat(outputs(backlog)).noneMatch(ChurnOutput::actionable);
    }

    /** Alerts that were not taken back, by id, with when they fired. */
    private static Map<String, String> standing(Journal journal) {
        Map<String, String> standing = new HashMap<>();
        for (ChurnOutput output : outputs(journal)) {
            if (output.state() == State.RETRACTED) {
                standing.remove(output.id());
            } else {
                standing.put(
                        output.id(),
                        output.alert().firedAtMs() + " " + output.state() + " "
                                + output.alert().level());
            }
        }
        return standing;
    }

    private static List<ChurnOutput> outputs(Journal journal) {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.churn().stream())
                .toList();
    }

    private static Journal play(List<JourneyEvent> history, Journal journal) {
        for (JourneyEvent event : history) {
            passDays(journal, event.atMs() - 1);
            journal.read(event, event.atMs());
        }
        end(journal);
        return journal;
    }

    private static Journal play(List<JourneyEvent> arriving, Map<JourneyEvent, Long> arrival, Journal journal) {
        for (JourneyEvent event : arriving) {
            long nowMs = arrival.getOrDefault(event, event.atMs());
            passDays(journal, nowMs);
            journal.read(event, nowMs);
        }
        end(journal);
        return journal;
    }

    private static void end(Journal journal) {
        passDays(journal, START_MS + DAYS * DAY_MS);
        journal.sweep();
    }

    private static void passDays(Journal journal, long untilMs) {
        long ms = journal.clock.timeMs() == ClockReading.UNDEFINED ? START_MS - DAY_MS : journal.clock.timeMs();
        while (ms < untilMs) {
            ms = Math.min(ms + DAY_MS, untilMs);
            journal.hear(ms, ms);
        }
    }

    private static ChurnPolicy policy(int seed) {
        return seed % 3 == 0 ? TOGETHER : BY_CHANNEL;
    }

    private static Journal journal(int seed, boolean sweepsAtOnce) {
        EnginePolicy usual = EnginePolicy.defaults();
        return new Journal(usual.with(usual.course().with(policy(seed))), ProfileKey.ofCustomer("7"), sweepsAtOnce);
    }

    /** Busy times and long silences; about a third of the orders is taken back. */
    private static List<JourneyEvent> history(int seed) {
        Random random = new Random(seed);
        List<JourneyEvent> events = new ArrayList<>();
        long atMs = START_MS;
        int number = 0;
        while (atMs < START_MS + (DAYS - 30) * DAY_MS) {
            String id = "o" + number++;
            String channel = (seed + number) % 2 == 0 ? "Web" : "store";
            events.add(event("order_placed", id, channel, atMs));
            int fate = random.nextInt(6);
            if (fate == 0) {
                events.add(event("order_cancelled", id, channel, atMs + 1 + random.nextInt((int) (2 * DAY_MS))));
            } else if (fate == 1) {
                events.add(event("order_refunded", id, channel, atMs + DAY_MS * (1 + random.nextInt(60))));
            }
            long silenceDays = random.nextInt(4) == 0 ? 60 + random.nextInt(200) : 1 + random.nextInt(30);
            atMs += silenceDays * DAY_MS + random.nextInt((int) DAY_MS);
        }
        events.removeIf(event -> event.atMs() >= START_MS + DAYS * DAY_MS);
        Collections.sort(events, JourneyEvent.ORDER);
        return events;
    }

    private static JourneyEvent event(String type, String order, String channel, long atMs) {
        return EventDraft.of(type + "-" + order, type, atMs)
                .from(Source.CRM)
                .through(Optional.of(channel))
                .order(Optional.of(new OrderId(order)))
                .event();
    }
}
