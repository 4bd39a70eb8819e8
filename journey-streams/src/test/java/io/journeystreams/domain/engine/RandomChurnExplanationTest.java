package io.journeystreams.domain.engine;

import static io.journeystreams.domain.engine.Histories.forEachSeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.SilenceStanding;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.explain.Explanation;
import io.journeystreams.domain.explain.ProfileDecision;
import io.journeystreams.domain.explain.ProfileDecision.What;
import io.journeystreams.domain.explain.ProfileTeller;
import io.journeystreams.domain.explain.Publication;
import io.journeystreams.domain.explain.ShutGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Rule O5 over random orders, cancellations and refunds of one and a half years: what is told of churn agrees with what was published,
 * and what is foretold comes.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class RandomChurnExplanationTest {

    private static final int HISTORIES = 150;
    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long GRACE_MS = EnginePolicy.defaults().clock().grace().toMillis();
    private static final List<String> TYPES =
            List.of("order_placed", "order_placed", "order_placed", "order_cancelled", "order_refunded", "page_viewed");
    private static final EnginePolicy POLICY = EnginePolicy.defaults()
            .with(EnginePolicy.defaults().course().with(ChurnPolicy.defaults().with(Cdnow.MODEL)));

    @Test
    void liveEveryRevisionIsToldAndWhatIsForetoldComes() {
        forEachSeed(HISTORIES, seed -> {
            Journal journal = journal();
            for (JourneyEvent event : events(new Random(seed))) {
                live(journal, event.atMs());
                check(journal, true);
                checkForetold(journal);
                journal.read(event, event.atMs());
                check(journal, true);
            }
            live(journal, journal.clock.timeMs() + 400 * DAY_MS);
            check(journal, true);
        });
    }

    @Test
    void lateNewsAndBacklogsChangeNothingOfWhatIsRemembered() {
        forEachSeed(HISTORIES, seed -> {
            Random random = new Random(seed);
            Journal journal = journal();
            List<Arrival> arrivals = events(random).stream()
                    .map(event ->
                            new Arrival(event, event.atMs() + (long) random.nextInt(3) * random.nextInt(30) * DAY_MS))
                    .sorted(Comparator.comparingLong(Arrival::atMs))
                    .toList();
            long intakeAtMs = Long.MIN_VALUE;
            for (Arrival arrival : arrivals) {
                intakeAtMs = Math.max(intakeAtMs, arrival.atMs() + 5L * random.nextInt(3) * DAY_MS);
                journal.hear(arrival.atMs() - GRACE_MS, random.nextInt(4) > 0, intakeAtMs);
                check(journal, false);
                journal.read(arrival.event(), intakeAtMs);
                check(journal, false);
            }
        });
    }

    /** The clock passes everything as it falls due. */
    private static void live(Journal journal, long untilMs) {
        while (journal.state.nextDueAtMs() <= untilMs - GRACE_MS) {
            journal.hear(journal.state.nextDueAtMs(), journal.state.nextDueAtMs() + GRACE_MS);
        }
        journal.hear(untilMs - GRACE_MS, untilMs);
    }

    /** @param atMs epoch milliseconds */
    private record Arrival(JourneyEvent event, long atMs) {}

    private static void check(Journal journal, boolean isLive) {
        Explanation told = new ProfileTeller(POLICY).explain(journal.state, journal.clock);
        List<ProfileDecision> decisions = told.decisions().stream()
                .filter(decision -> decision.churn().isPresent())
                .toList();
        for (ToldAlert known : journal.state.facts().churn()) {
            String id = known.alert().id(POLICY.tenant());
            assertThat(decisions)
                    .as("%s revision %d", id, known.revision())
                    .anyMatch(decision -> isRevision(decision, id, known.revision()));
            boolean stoodAgain = outputs(journal).stream()
                    .anyMatch(output -> output.id().equals(id) && output.reason() == ChurnReason.REINSTATED);
            outputs(journal).stream()
                    .filter(output -> isLive && output.id().equals(id) && !stoodAgain)
                    .forEach(output -> assertThat(decisions)
                            .as("%s", output)
                            .anyMatch(decision -> isRevision(decision, id, output.revision())));
        }
        for (ProfileDecision decision : decisions) {
            revisionOf(decision).ifPresent(revision -> {
                ChurnOutput output = outputs(journal).stream()
                        .filter(known -> isRevision(decision, known.id(), known.revision()))
                        .findFirst()
                        .orElseThrow();
                assertThat(decision.what()).isIn(whatOf(output));
                published(decision)
                        .filter(published -> isLive || !published.isDerived())
                        .ifPresent(published ->
                                assertThat(gateOf(published)).as("%s", output).isEqualTo(gateOf(output)));
            });
        }
    }

    /** Nothing a millisecond earlier, and at that time what was said. */
    private static void checkForetold(Journal journal) {
        if (!journal.clock.reading().isDefined()) {
            return;
        }
        SilenceStanding silence = new ProfileTeller(POLICY)
                .explain(journal.state, journal.clock)
                .churn()
                .silence();
        boolean isToldOf = journal.state.facts().churn().stream().anyMatch(ToldAlert::isOpen);
        assertThat(silence.state() == SilenceStanding.State.FIRING).isEqualTo(isToldOf);
        OptionalLong nextMs =
                isToldOf ? silence.ahead().escalatesAtMs() : silence.ahead().firesAtMs();
        nextMs.ifPresent(ms -> {
            Journal future = journal();
            future.state = journal.state;
            future.clock = journal.clock;
            future.hear(ms - 1, ms);
            assertThat(outputs(future)).isEmpty();
            future.hear(ms, ms);
            assertThat(outputs(future)).singleElement().satisfies(output -> assertThat(
                            output.reason() == ChurnReason.ESCALATED)
                    .isEqualTo(isToldOf));
        });
    }

    private static boolean isRevision(ProfileDecision decision, String id, int revision) {
        return decision.alert().filter(alert -> alert.value().equals(id)).isPresent()
                && revisionOf(decision).equals(Optional.of(revision));
    }

    private static Optional<Integer> revisionOf(ProfileDecision decision) {
        return published(decision).map(Publication.Published::revision).orElseGet(decision::revision).stream()
                .boxed()
                .findFirst();
    }

    private static Optional<Publication.Published> published(ProfileDecision decision) {
        return decision.publication()
                .filter(Publication.Published.class::isInstance)
                .map(Publication.Published.class::cast);
    }

    private static List<What> whatOf(ChurnOutput output) {
        return switch (output.state()) {
            case CLEARED -> List.of(What.CLEARED);
            case RETRACTED -> List.of(What.RETRACTED);
            case FIRING -> output.revision() == 1 ? List.of(What.FIRED) : List.of(What.ESCALATED, What.STANDS);
        };
    }

    private static String gateOf(Publication.Published published) {
        return published.gate().map(ShutGate::name).orElse("OPEN");
    }

    private static String gateOf(ChurnOutput output) {
        return output.actionable() ? "OPEN" : output.reason().name();
    }

    private static List<ChurnOutput> outputs(Journal journal) {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.churn().stream())
                .toList();
    }

    private static Journal journal() {
        return new Journal(POLICY, ProfileKey.ofCustomer("7"), true);
    }

    private static List<JourneyEvent> events(Random random) {
        List<JourneyEvent> events = new ArrayList<>();
        long nowMs = START_MS;
        int orders = 0;
        for (int i = 0; i < 14; i++) {
            nowMs += pauseMs(random);
            String type = TYPES.get(random.nextInt(TYPES.size()));
            boolean isNew = type.equals("order_placed") && random.nextInt(6) > 0;
            orders += isNew ? 1 : 0;
            String order = "o" + (isNew ? orders : random.nextInt(orders + 1));
            events.add(EventDraft.of("e" + i, type, nowMs)
                    .from(Source.CRM)
                    .order(type.equals("page_viewed") ? Optional.empty() : Optional.of(new OrderId(order)))
                    .at("history", 0, i)
                    .event());
        }
        return events;
    }

    private static long pauseMs(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(600_000);
            case 1 -> random.nextInt(48) * Duration.ofHours(1).toMillis();
            case 2 -> random.nextInt(30) * DAY_MS;
            default -> random.nextInt(150) * DAY_MS;
        };
    }
}
