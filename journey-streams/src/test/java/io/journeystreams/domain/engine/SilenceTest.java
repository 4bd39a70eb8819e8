package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnOutput.State;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.ChurnScore;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.stage.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Alerts about customers without a contract (rules C1, C3, C6), week by week. */
@Timeout(60)
class SilenceTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final ChurnPolicy CHURN = ChurnPolicy.defaults().with(Cdnow.MODEL);

    private Journal journal = journal(CHURN);

    private static Journal journal(ChurnPolicy churn) {
        EnginePolicy usual = EnginePolicy.defaults();
        return new Journal(usual.with(usual.course().with(churn)), ProfileKey.ofCustomer("7"), true);
    }

    @Test
    void oneOrderFallsSilentAfterTenWeeksAndADay() {
        order("o1", 0);
        pass(10.035 + 1.0 / 7);
        assertThat(alerts()).isEmpty();
        pass(10.045 + 1.0 / 7);
        assertThat(alerts()).extracting(ChurnOutput::state).containsExactly(State.FIRING);
        assertThat(weeks(alerts().get(0).alert().firedAtMs())).isCloseTo(10.04 + 1.0 / 7, within(0.005));
        pass(31.08);
        assertThat(alerts()).hasSize(1);
        pass(31.10);
        assertThat(alerts().get(1).reason()).isEqualTo(ChurnReason.ESCALATED);
        assertThat(alerts().get(1)
                        .alert()
                        .currentScore()
                        .silence()
                        .orElseThrow()
                        .decay())
                .isCloseTo(0.75, within(1e-6));
        pass(200);
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void scoreOfAnAlertIsThatOfTheMomentAtWhichItFired() {
        order("o1", 0);
        order("o2", 1.71);
        pass(1.71 + 7.95 + 1.0 / 7);
        ChurnScore score = alerts().get(0).alert().score();
        assertThat(score.silence().orElseThrow().purchases().repeats()).isEqualTo(1);
        assertThat(score.silence().orElseThrow().purchases().lastWeeks()).isCloseTo(1.71, within(1e-6));
        assertThat(score.silence().orElseThrow().decay()).isBetween(0.5, 0.52);
        assertThat(score.drivers().stream()
                        .mapToDouble(driver -> driver.contribution())
                        .sum())
                .isCloseTo(score.silence().orElseThrow().decay(), within(1e-9));
        assertThat(score.version()).isEqualTo("cdnow");
        assertThat(score.valueAtRisk().orElseThrow().currency()).isEqualTo("EUR");
    }

    @Test
    void orderWithoutATotalIsWorthItsLines() {
        SilenceTest withTotal = new SilenceTest();
        withTotal.order("o1", 0);
        withTotal.pass(11);
        journal.read(
                EventDraft.of("e1", "order_placed", ms(0))
                        .from(Source.CRM)
                        .lines(List.of(Line.of("p1", 2).withUnitPrice(Money.of("40.00", "EUR"))))
                        .event(),
                ms(0));
        pass(11);
        assertThat(alerts().get(0).alert().score().valueAtRisk())
                .isEqualTo(withTotal.alerts().get(0).alert().score().valueAtRisk())
                .isPresent();
    }

    @Test
    void whoLapsedIsBackWithTheNextOrder() {
        order("o1", 0);
        pass(11);
        order("o2", 12);
        pass(12.1);
        assertThat(alerts())
                .extracting(ChurnOutput::state, ChurnOutput::revision, ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, 1, ChurnReason.NONE), tuple(State.CLEARED, 2, ChurnReason.PURCHASE));
        assertThat(alerts())
                .extracting(ChurnOutput::id)
                .containsOnly(alerts().get(0).id());
        assertThat(moves()).containsSubsequence("LAPSED", "REACTIVATED");
    }

    @Test
    void orderWhileItIsPendingLeavesNothing() {
        order("o1", 0);
        pass(10.1);
        order("o2", 10.12);
        pass(12);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void sawtoothOfOrdersTakenBackRaisesOneAlert() {
        order("o1", 0);
        pass(11);
        for (int i = 0; i < 10; i++) {
            double week = 12 + i * 0.5;
            order("saw" + i, week);
            pass(week + 0.01);
            cancel("saw" + i, week + 0.05);
            pass(week + 0.4);
        }
        assertThat(alerts())
                .extracting(ChurnOutput::id)
                .containsOnly(alerts().get(0).id());
        assertThat(alerts()).filteredOn(ChurnOutput::actionable).hasSize(1);
        assertThat(alerts().get(alerts().size() - 1).reason()).isEqualTo(ChurnReason.REINSTATED);
    }

    @Test
    void refundOfTheLastOrderSolvesAnew() {
        order("o1", 0);
        order("o2", 9);
        refund("o2", 13);
        pass(13.1);
        assertThat(alerts()).isEmpty();
        pass(14.1 + 0.05);
        assertThat(alerts()).hasSize(1);
        assertThat(alerts().get(0)
                        .alert()
                        .score()
                        .silence()
                        .orElseThrow()
                        .purchases()
                        .repeats())
                .isZero();
        assertThat(weeks(alerts().get(0).alert().firedAtMs())).isCloseTo(13 + 1.0 / 7, within(1e-3));
    }

    @Test
    void refundThatMakesItWorseEscalatesNow() {
        order("o1", 0);
        order("o2", 0.3);
        order("o3", 6);
        pass(20);
        assertThat(alerts()).hasSize(1);
        refund("o3", 20);
        pass(20.1);
        assertThat(alerts().get(1).reason()).isEqualTo(ChurnReason.ESCALATED);
        assertThat(alerts().get(1).actionable()).isTrue();
        assertThat(weeks(alerts().get(1).alert().escalation().orElseThrow().atMs()))
                .isCloseTo(20, within(1e-6));
    }

    @Test
    void purchaseToldOfLateTakesTheAlertBack() {
        order("o1", 0);
        pass(10.5);
        order("o2", 5);
        pass(11);
        assertThat(alerts())
                .extracting(ChurnOutput::state, ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, ChurnReason.NONE), tuple(State.RETRACTED, ChurnReason.LATE_PURCHASE));
    }

    @Test
    void purchaseToldOfLongAfterTheAlertTakesItBack() {
        order("o1", 0);
        pass(11);
        look(11);
        pass(13);
        order("o2", 5);
        pass(13.1);
        assertThat(alerts())
                .extracting(ChurnOutput::state, ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, ChurnReason.NONE), tuple(State.RETRACTED, ChurnReason.LATE_PURCHASE));
    }

    @Test
    void purchaseMadeAfterTheAlertAndToldOfLateClearsIt() {
        order("o1", 0);
        pass(11);
        look(11);
        pass(32);
        order("o2", 31.5);
        pass(32.1);
        assertThat(alerts())
                .extracting(ChurnOutput::state, ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, ChurnReason.NONE),
                        tuple(State.FIRING, ChurnReason.ESCALATED),
                        tuple(State.CLEARED, ChurnReason.PURCHASE));
        assertThat(alerts().get(2).alert().level()).isEqualTo(2);
    }

    @Test
    void purchaseToldOfALittleLateTakesTheAlertBack() {
        order("o1", 0);
        pass(10.2);
        order("o2", 10.15);
        pass(10.3);
        assertThat(alerts())
                .extracting(ChurnOutput::state, ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, ChurnReason.NONE), tuple(State.RETRACTED, ChurnReason.LATE_PURCHASE));
    }

    @Test
    void withoutAModelNothingIsTold() {
        journal = journal(ChurnPolicy.defaults());
        order("o1", 0);
        pass(100);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void newParametersReachASilentCustomerWithinTwelveWeeks() {
        journal = journal(ChurnPolicy.defaults());
        order("o1", 0);
        pass(1);
        Journal later = journal(CHURN);
        later.state = journal.state;
        later.clock = journal.clock;
        journal = later;
        pass(11.99);
        assertThat(alerts()).isEmpty();
        pass(12 + 1.1 / 7);
        assertThat(alerts()).hasSize(1);
        assertThat(alerts().get(0).actionable()).isTrue();
        assertThat(weeks(alerts().get(0).alert().firedAtMs())).isCloseTo(12 + 1.0 / 7, within(1e-3));
    }

    @Test
    void newParametersTellNothingOfTheTimeBefore() {
        journal = journal(ChurnPolicy.defaults());
        order("o1", 0);
        pass(1);
        look(2);
        pass(11);
        Journal later = journal(CHURN);
        later.state = journal.state;
        later.clock = journal.clock;
        journal = later;
        look(11);
        assertThat(alerts()).isEmpty();
        pass(11 + 1.1 / 7);
        assertThat(alerts()).extracting(ChurnOutput::actionable).containsExactly(true);
        assertThat(weeks(alerts().get(0).alert().firedAtMs())).isCloseTo(11 + 1.0 / 7, within(1e-3));
    }

    @Test
    void alertToldUnderOtherParametersStands() {
        order("o1", 0);
        pass(10.25);
        Journal later = journal(ChurnPolicy.defaults());
        later.state = journal.state;
        later.clock = journal.clock;
        assertThat(alerts()).hasSize(1);
        journal = later;
        look(10.3);
        pass(20);
        assertThat(alerts()).isEmpty();
        order("o2", 21);
        assertThat(alerts()).extracting(ChurnOutput::state).containsExactly(State.CLEARED);
    }

    @Test
    void alertIsOverBeforeItIsToldIfTheClockWasHeldUp() {
        order("o1", 0);
        order("o2", 10.5);
        pass(10.6);
        assertThat(alerts())
                .extracting(ChurnOutput::state, ChurnOutput::actionable, ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, false, ChurnReason.ALREADY_CLEARED),
                        tuple(State.CLEARED, false, ChurnReason.PURCHASE));
    }

    @Test
    void nobodyIsToldOfWhileABacklogIsRead() {
        order("o1", 0);
        pass(9);
        journal.hear(ms(10.5), false, ms(10.6));
        assertThat(alerts()).isEmpty();
        order("o2", 10.55);
        pass(10.7);
        assertThat(alerts()).hasSize(2).noneMatch(ChurnOutput::actionable);
    }

    @Test
    void nobodyIsToldOfAgainWhileABacklogIsRead() {
        order("o1", 0);
        pass(11);
        assertThat(alerts()).hasSize(1);
        journal.hear(ms(31.2), false, ms(31.3));
        assertThat(alerts()).hasSize(1);
        order("o2", 31.25);
        pass(31.4);
        assertThat(alerts()).extracting(ChurnOutput::state).containsExactly(State.FIRING, State.CLEARED);
    }

    @Test
    void whoHasNotBoughtIsToldOfAgainOnceItIsRead() {
        order("o1", 0);
        pass(11);
        journal.hear(ms(31.2), false, ms(31.3));
        pass(31.4);
        assertThat(alerts()).extracting(ChurnOutput::reason).containsExactly(ChurnReason.NONE, ChurnReason.ESCALATED);
        assertThat(alerts().get(1).actionable()).isTrue();
    }

    private void order(String id, double week) {
        journal.read(
                EventDraft.of("e-" + id, "order_placed", ms(week))
                        .from(Source.CRM)
                        .order(Optional.of(new OrderId(id)))
                        .total(Optional.of(Money.of("80.00", "EUR")))
                        .late(journal.clock.reading().hasPassed(ms(week) + 3 * DAY_MS))
                        .event(),
                Math.max(journal.clock.timeMs(), ms(week)));
    }

    private void look(double week) {
        journal.read(EventDraft.of("view-" + week, "page_viewed", ms(week)).event(), ms(week));
    }

    private void cancel(String id, double week) {
        reverse("order_cancelled", id, week);
    }

    private void refund(String id, double week) {
        reverse("order_refunded", id, week);
    }

    private void reverse(String type, String id, double week) {
        journal.read(
                EventDraft.of(type + id, type, ms(week))
                        .from(Source.CRM)
                        .order(Optional.of(new OrderId(id)))
                        .event(),
                ms(week));
    }

    private void pass(double week) {
        journal.hear(ms(week), ms(week));
    }

    private List<ChurnOutput> alerts() {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.churn().stream())
                .toList();
    }

    private List<String> moves() {
        return journal.facts.stream()
                .flatMap(outputs -> outputs.transitions().stream())
                .map(output -> output.fact())
                .map(Transition::to)
                .toList();
    }

    private static long ms(double weeks) {
        return START_MS + Math.round(weeks * WEEK_MS);
    }

    private static double weeks(long ms) {
        return (ms - START_MS) / WEEK_MS;
    }
}
