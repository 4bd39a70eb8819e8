package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * One customer's history, scattered over two devices and two customer ids that turn out to be one (rules I2 to I6): whatever is
 * read first, and however late a hand-over comes, the same becomes of it as if it had never been apart.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class HandOverTest {

    private static final int HISTORIES = 1_000;
    private static final long AFTERWARDS_MS = 40L * 24 * 3_600_000;
    private static final ProfileKey ANNA = ProfileKey.ofCustomer("anna");
    private static final ProfileKey OLD_ANNA = ProfileKey.ofCustomer("old-anna");
    private static final ProfileKey PHONE = ProfileKey.ofDevice("d0");
    private static final ProfileKey LAPTOP = ProfileKey.ofDevice("d1");

    @Test
    void scatteredHistoryBecomesTheOneThatWasNeverApart() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Random random = new Random(seed);
            Household household = new Household(EnginePolicy.defaults(), random);
            scatter(events, household, random);
            household.readAll(ClockReading.undefined(), events.get(0).atMs());
            long endMs = end(events);
            household.sweep(ClockReading.at(endMs, endMs));

            Journal whole = new Journal(EnginePolicy.defaults(), ANNA, true);
            events.forEach(event -> whole.read(event, event.atMs()));
            whole.hear(endMs, endMs);

            assertThat(Published.outcomes(household.alerts)).isEqualTo(Published.outcomes(whole.alerts));
            assertThat(Published.finalSessions(household.sessions)).isEqualTo(Published.finalSessions(whole.sessions));
            assertThat(household.tally).isEqualTo(whole.tally);
        });
    }

    @Test
    void nothingIsLostAndNothingFiresTwiceWhileDeadlinesPassBeforeTheHandOverCame() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Random random = new Random(seed);
            Household household = new Household(EnginePolicy.defaults(), random);
            scatter(events, household, random);
            long clockMs = events.get(0).atMs();
            boolean isMore = true;
            while (isMore) {
                clockMs += random.nextInt(30) * 60_000L;
                ClockReading clock = ClockReading.at(clockMs, clockMs);
                isMore = household.readOne(clock, clockMs);
                if (random.nextBoolean()) {
                    household.sweep(clock);
                }
                assertConserved(household);
            }
            long endMs = Math.max(clockMs, end(events));
            household.sweep(ClockReading.at(endMs, endMs));

            assertConserved(household);
            assertRevisionsCountUp(household);
            assertThat(household.stateOf(PHONE).recent()).isEmpty();
            assertThat(household.stateOf(LAPTOP).recent()).isEmpty();
            assertThat(household.stateOf(OLD_ANNA).recent()).isEmpty();
            assertNobodyIsRemindedAfterBuyingEverything(household, events);
        });
    }

    @Test
    void handOverTakenInTwiceAddsNothing() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Household household = new Household(EnginePolicy.defaults(), new Random(seed));
            events.forEach(event -> household.append(PHONE, event));
            household.readAll(ClockReading.undefined(), 0);
            HandOver handOver = new HandOver("h1", new EventId("e0"), 0, household.stateOf(PHONE));
            household.append(new Relay(ANNA, new Entry.HandedOver(handOver, List.of())));
            household.readAll(ClockReading.undefined(), 0);
            var once = household.stateOf(ANNA);
            household.append(new Relay(ANNA, new Entry.HandedOver(handOver, List.of())));
            household.readAll(ClockReading.undefined(), 0);

            assertThat(household.stateOf(ANNA)).isEqualTo(once);
        });
    }

    /** Two customers merged into each other at once: each is told of the other's merge after its own. */
    @Test
    void mergesInACircleEndAtOneCustomer() {
        forEachSeed(HISTORIES, seed -> {
            List<JourneyEvent> events = new RandomHistory(seed).events();
            Random random = new Random(seed);
            Household household = new Household(EnginePolicy.defaults(), random);
            long atMs = events.get(0).atMs();
            household.append(ANNA, merge(ANNA, OLD_ANNA, atMs));
            household.append(OLD_ANNA, merge(OLD_ANNA, ANNA, atMs));
            events.forEach(event -> household.append(random.nextBoolean() ? ANNA : OLD_ANNA, event));

            household.readAll(ClockReading.undefined(), atMs);

            assertThat(household.profiles().stream()
                            .filter(state -> state.identity().successor().isEmpty())
                            .mapToInt(state -> state.recent().size())
                            .sum())
                    .isEqualTo(events.size());
        });
    }

    /** A device is linked, a customer merged, and events come to whom they were known to belong at the time. */
    static void scatter(List<JourneyEvent> events, Household household, Random random) {
        int merged = random.nextInt(events.size());
        int phoneKnown = random.nextInt(events.size());
        int laptopKnown = random.nextInt(events.size());
        for (int i = 0; i < events.size(); i++) {
            JourneyEvent event = events.get(i);
            if (i == merged) {
                household.append(OLD_ANNA, merge(OLD_ANNA, ANNA, event.atMs()));
            }
            if (i == phoneKnown) {
                household.append(seen(PHONE, ANNA, event));
            }
            if (i == laptopKnown) {
                household.append(seen(LAPTOP, random.nextBoolean() ? ANNA : OLD_ANNA, event));
            }
            household.append(ownerOf(event, random), event);
        }
    }

    private static ProfileKey ownerOf(JourneyEvent event, Random random) {
        return switch (event.occurrence().deviceId().value()) {
            case "d0" -> random.nextBoolean() ? PHONE : ANNA;
            case "d1" -> random.nextBoolean() ? LAPTOP : OLD_ANNA;
            default -> random.nextBoolean() ? OLD_ANNA : ANNA;
        };
    }

    private static Relay seen(ProfileKey device, ProfileKey customer, JourneyEvent cause) {
        return new Relay(device, new Entry.CustomerSeen(customer, cause.id(), cause.atMs()));
    }

    private static JourneyEvent merge(ProfileKey from, ProfileKey to, long atMs) {
        return EventDraft.of("merge-" + from, "customers_merged", atMs)
                .from(Occurrence.Source.CRM)
                .on("crm")
                .device(Optional.empty())
                .attributes(Map.of("to", to.value().substring(2)))
                .at("crm.events", 0, 0)
                .event();
    }

    private static void assertConserved(Household household) {
        assertThat(household.tally)
                .isEqualTo(household.profiles().stream()
                        .map(state -> state.tally())
                        .reduce(io.journeystreams.domain.abandonment.Tally.ZERO, (one, other) -> one.plus(other)));
        assertThat(household.tally.isConserved()).as("%s", household.tally).isTrue();
    }

    private static void assertRevisionsCountUp(Household household) {
        TreeSet<String> seen = new TreeSet<>();
        for (AlertOutput alert : household.alerts) {
            assertThat(seen.add(alert.alert().id() + " " + alert.revision())).isTrue();
        }
    }

    /** Once all has been read, no reminder stands that an order which names nothing came after. */
    private static void assertNobodyIsRemindedAfterBuyingEverything(Household household, List<JourneyEvent> events) {
        Map<String, AlertOutput> last = Published.last(household.alerts);
        for (AlertOutput alert : last.values()) {
            boolean stands = alert.state() == AlertOutput.State.ABANDONED;
            assertThat(events.stream()
                            .filter(event -> stands
                                    && Invariants.buysEverything(event)
                                    && event.atMs() >= alert.alert().armedAtMs()))
                    .as("orders after %s", alert)
                    .isEmpty();
        }
    }

    private static long end(List<JourneyEvent> events) {
        return events.get(events.size() - 1).atMs() + AFTERWARDS_MS;
    }
}
