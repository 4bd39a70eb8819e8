package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnOutput.State;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.Weights;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** A year of random contracts (rules C2, C3, T10). */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class RandomContractTest {

    private static final int HISTORIES = 60;
    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int DAYS = 364;
    private static final double[] WEIGHTS = {0.8, 1.5, 2.2, 3};

    private static final List<String> TYPES = List.of(
            "subscription_started",
            "subscription_renewed",
            "subscription_downgraded",
            "survey_answered",
            "survey_answered",
            "data_exported",
            "cancel_page_viewed",
            "subscription_updated",
            "subscription_updated",
            "usage_reported",
            "usage_reported",
            "usage_reported",
            "usage_reported",
            "usage_reported",
            "renewal_failed",
            "order_placed",
            "page_viewed",
            "subscription_cancel_requested",
            "cancel_withdrawn",
            "subscription_cancelled");

    static IntStream seeds() {
        return IntStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void alertsAreThoseOfSomebodyWhoLooksEveryHour(int seed) {
        List<JourneyEvent> history = history(seed);
        assertThat(ContractWatcher.of(outputs(play(seed, history, true))))
                .isEqualTo(ContractWatcher.watch(history, weight(seed), START_MS + DAYS * DAY_MS));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlertFiresOnceAndEndsOnce(int seed) {
        Map<String, ChurnOutput> last = new HashMap<>();
        for (ChurnOutput output : outputs(play(seed, history(seed), true))) {
            Optional<ChurnOutput> before = Optional.ofNullable(last.put(output.id(), output));
            assertThat(output.revision())
                    .isEqualTo(before.map(ChurnOutput::revision).orElse(0) + 1);
            boolean wasFiring = before.map(ChurnOutput::state).equals(Optional.of(State.FIRING));
            boolean goesOn = output.state() == State.CLEARED || output.reason() == ChurnReason.ESCALATED;
            assertThat(output.state()).isNotEqualTo(State.RETRACTED);
            assertThat(wasFiring).as("%s after %s", output, before).isEqualTo(goesOn);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whenDeadlinesAreSweptDoesNotMatter(int seed) {
        Journal atOnce = play(seed, history(seed), true);
        Journal later = play(seed, history(seed), false);
        assertThat(outputs(later)).isEqualTo(outputs(atOnce));
        assertThat(later.state).isEqualTo(atOnce.state);
    }

    /** Whoever comes too late, but within three days, changes nothing of what fires in the end. */
    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfArrivalDoesNotMatterInTheEnd(int seed) {
        List<JourneyEvent> shuffled = new ArrayList<>(history(seed));
        Random random = new Random(seed);
        Map<JourneyEvent, Long> arrival = new HashMap<>();
        shuffled.forEach(event -> arrival.put(event, event.atMs() + random.nextInt((int) (2 * DAY_MS))));
        shuffled.sort(Comparator.comparing(arrival::get));
        Journal disordered = play(seed, shuffled, arrival);
        Journal ordered = play(seed, history(seed), true);
        assertThat(firing(disordered)).isEqualTo(firing(ordered));
        assertThat(told(seed, disordered)).isEqualTo(told(seed, ordered));
    }

    /** Alerts that stand and fire, by id. */
    private static Map<String, String> firing(Journal journal) {
        Map<String, String> firing = new HashMap<>();
        for (ChurnOutput output : outputs(journal)) {
            if (output.state() == State.FIRING) {
                firing.put(
                        output.id(),
                        output.alert().kind() + " " + output.alert().firedAtMs() + " "
                                + output.alert().level());
            } else {
                firing.remove(output.id());
            }
        }
        return firing;
    }

    private static Churn told(int seed, Journal journal) {
        return new JourneyEngine(policy(seed))
                .retell(journal.state, journal.clock.reading(), Witness.NOBODY)
                .course()
                .churn()
                .withoutFacts();
    }

    private static List<ChurnOutput> outputs(Journal journal) {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.churn().stream())
                .toList();
    }

    private static Journal play(int seed, List<JourneyEvent> history, boolean sweepsAtOnce) {
        Journal journal = journal(seed, sweepsAtOnce);
        for (JourneyEvent event : history) {
            passDays(journal, event.atMs() - 1);
            journal.read(event, event.atMs());
        }
        return ended(journal);
    }

    private static Journal play(int seed, List<JourneyEvent> arriving, Map<JourneyEvent, Long> arrival) {
        Journal journal = journal(seed, true);
        for (JourneyEvent event : arriving) {
            long nowMs = arrival.getOrDefault(event, event.atMs());
            passDays(journal, nowMs);
            journal.read(event, nowMs);
        }
        return ended(journal);
    }

    private static Journal ended(Journal journal) {
        passDays(journal, START_MS + DAYS * DAY_MS);
        journal.sweep();
        return journal;
    }

    private static void passDays(Journal journal, long untilMs) {
        long ms = journal.clock.timeMs() == ClockReading.UNDEFINED ? START_MS - DAY_MS : journal.clock.timeMs();
        while (ms < untilMs) {
            ms = Math.min(ms + DAY_MS, untilMs);
            journal.hear(ms, ms);
        }
    }

    private static Journal journal(int seed, boolean sweepsAtOnce) {
        return new Journal(policy(seed), ProfileKey.ofCustomer("7"), sweepsAtOnce);
    }

    private static EnginePolicy policy(int seed) {
        EnginePolicy usual = EnginePolicy.defaults();
        ChurnPolicy churn = ChurnPolicy.defaults().with(Weights.of(weight(seed)));
        return usual.with(usual.course().with(churn));
    }

    private static double weight(int seed) {
        return WEIGHTS[seed % WEIGHTS.length];
    }

    /** On the hour, in busy times and quiet ones; a contract ends now and then, and the next one begins a little later. */
    private static List<JourneyEvent> history(int seed) {
        Random random = new Random(seed);
        List<JourneyEvent> events = new ArrayList<>();
        events.add(event(random, "subscription_started", 0, START_MS));
        long atMs = START_MS;
        while (true) {
            int most = random.nextInt(5) == 0 ? 20 * 24 : 4 * 24;
            atMs += HOUR_MS * (1 + random.nextInt(most));
            if (atMs >= START_MS + (DAYS - 4) * DAY_MS) {
                return events;
            }
            events.add(event(random, TYPES.get(random.nextInt(TYPES.size())), events.size(), atMs));
        }
    }

    private static JourneyEvent event(Random random, String type, int number, long atMs) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("nps", "3");
        attributes.put("auto_renew", String.valueOf(random.nextInt(3) == 0));
        attributes.put("amount", String.valueOf(random.nextInt(3) == 0 ? 3 : 9 + random.nextInt(3)));
        if (type.equals("subscription_started") || type.equals("subscription_renewed")) {
            attributes.put("renews_at", String.valueOf(atMs + HOUR_MS * (24 * 20 + random.nextInt(24 * 60))));
        }
        return EventDraft.of(String.format("e%03d", number), type, atMs)
                .from(Source.CRM)
                .attributes(attributes)
                .event();
    }
}
