package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.journeystreams.domain.churn.Cancellation;
import io.journeystreams.domain.churn.Cdnow;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnKind;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.ChurnOutput.State;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.ChurnReason;
import io.journeystreams.domain.churn.ChurnScore;
import io.journeystreams.domain.churn.Driver;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.churn.SignalKind;
import io.journeystreams.domain.churn.Weights;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts about customers with a contract (rules C2, C3, C5), day by day. */
@Timeout(60)
class ContractTest {

    private static final String IN_A_YEAR = "2027-01-05";
    private static final ChurnPolicy CHURN = ChurnPolicy.defaults().with(Weights.TRIAL);
    private static final ChurnPolicy STRONG = ChurnPolicy.defaults().with(Weights.of(3));

    private final Subscriber customer = new Subscriber(CHURN);

    @Test
    void askingToCancelFiresAtOnceWithDateAndWords() {
        customer.starts(0, IN_A_YEAR)
                .tells(
                        "subscription_cancel_requested",
                        10,
                        Map.of("effective_at", "2026-02-05T00:00:00Z", "feedback", "too dear"));

        assertThat(customer.alerts())
                .extracting(ChurnOutput::state, ChurnOutput::actionable, ChurnOutput::reason)
                .containsExactly(tuple(State.FIRING, true, ChurnReason.NONE));
        ChurnAlert alert = customer.alerts().get(0).alert();
        assertThat(alert.kind()).isEqualTo(ChurnKind.VOLUNTARY);
        assertThat(alert.isTimed()).isFalse();
        assertThat(alert.score().risk()).isEqualTo(1);
        assertThat(alert.score().valueAtRisk()).contains(Money.of("20.00", "EUR"));
        assertThat(alert.cancellation())
                .contains(new Cancellation(
                        OptionalLong.of(Instant.parse("2026-02-05T00:00:00Z").toEpochMilli()),
                        Optional.of("too dear")));
    }

    @ParameterizedTest
    @CsvSource({
        "subscription_renewed, RESUBSCRIBED",
        "subscription_started, RESUBSCRIBED",
        "cancel_withdrawn, RESUBSCRIBED",
        "subscription_cancel_withdrawn, RESUBSCRIBED",
        "subscription_cancelled, CHURNED"
    })
    void cancellationIsOverWhenTheCustomerStaysOrHasGone(String type, ChurnReason reason) {
        customer.starts(0, IN_A_YEAR).tells("subscription_cancel_requested", 10).tells(type, 12);
        assertThat(customer.alerts())
                .extracting(ChurnOutput::state, ChurnOutput::revision, ChurnOutput::reason)
                .containsExactly(tuple(State.FIRING, 1, ChurnReason.NONE), tuple(State.CLEARED, 2, reason));
    }

    @Test
    void whoAsksAgainIsToldAgainHoweverSoon() {
        customer.starts(0, IN_A_YEAR)
                .tells("subscription_cancel_requested", 10)
                .tells("cancel_withdrawn", 11)
                .tells("subscription_cancel_requested", 12);
        assertThat(customer.alerts())
                .extracting(ChurnOutput::state)
                .containsExactly(State.FIRING, State.CLEARED, State.FIRING);
        assertThat(customer.alerts().stream().map(ChurnOutput::id).distinct()).hasSize(2);
    }

    @Test
    void cancellationToldTwiceIsOne() {
        customer.starts(0, IN_A_YEAR)
                .tells("subscription_cancel_requested", 10)
                .tells("subscription_cancel_requested", 10.01, Map.of("feedback", "moving"));
        assertThat(customer.alerts()).hasSize(1);
        customer.tells("subscription_cancelled", 40);
        assertThat(customer.alerts().get(1).alert().cancellation().orElseThrow().feedback())
                .contains("moving");
    }

    @Test
    void endedContractCannotBeCancelledNorCharged() {
        customer.starts(0, IN_A_YEAR)
                .tells("subscription_cancelled", 10)
                .tells("subscription_cancel_requested", 10)
                .tells("renewal_failed", 11)
                .passes(20);
        assertThat(customer.alerts()).isEmpty();
        assertThat(customer.churn().contract().isActive()).isFalse();
    }

    @Test
    void failedRenewalRisesWithEveryAttemptUntilItIsPaid() {
        customer.starts(0, IN_A_YEAR)
                .tells("renewal_failed", 10, Map.of("attempt", "1"))
                .tells("renewal_failed", 11)
                .tells("renewal_failed", 12, Map.of("attempt", "2"))
                .tells("renewal_failed", 13, Map.of("attempt", "4"))
                .tells("subscription_renewed", 14);
        assertThat(customer.alerts())
                .extracting(output -> output.alert().kind())
                .containsOnly(ChurnKind.INVOLUNTARY);
        assertThat(customer.alerts())
                .extracting(ChurnOutput::state, output -> output.alert().level(), ChurnOutput::reason)
                .containsExactly(
                        tuple(State.FIRING, 1, ChurnReason.NONE),
                        tuple(State.FIRING, 2, ChurnReason.ESCALATED),
                        tuple(State.FIRING, 4, ChurnReason.ESCALATED),
                        tuple(State.CLEARED, 4, ChurnReason.PAYMENT));
    }

    @Test
    void failedRenewalIsOverWithAPaymentOrTheEnd() {
        customer.starts(0, IN_A_YEAR).tells("renewal_failed", 10).orders(11);
        assertThat(customer.alerts()).extracting(ChurnOutput::reason).endsWith(ChurnReason.PAYMENT);
        customer.tells("renewal_failed", 12).tells("subscription_cancelled", 13);
        assertThat(customer.alerts()).extracting(ChurnOutput::reason).endsWith(ChurnReason.CHURNED);
    }

    @Test
    void purchaseBeforeItFailedDoesNotPayARenewal() {
        customer.starts(0, IN_A_YEAR).passes(9).tells("renewal_failed", 10).orders(9.5);
        assertThat(customer.alerts()).extracting(ChurnOutput::state).containsExactly(State.FIRING);
    }

    @Test
    void wishAndMishapStandBesideEachOther() {
        customer.starts(0, IN_A_YEAR)
                .tells("renewal_failed", 10)
                .tells("subscription_cancel_requested", 11)
                .tells("renewal_failed", 12)
                .orders(13)
                .tells("cancel_withdrawn", 14);
        assertThat(customer.alerts())
                .extracting(output -> output.alert().kind(), ChurnOutput::state, ChurnOutput::reason)
                .containsExactly(
                        tuple(ChurnKind.INVOLUNTARY, State.FIRING, ChurnReason.NONE),
                        tuple(ChurnKind.VOLUNTARY, State.FIRING, ChurnReason.NONE),
                        tuple(ChurnKind.INVOLUNTARY, State.FIRING, ChurnReason.ESCALATED),
                        tuple(ChurnKind.INVOLUNTARY, State.CLEARED, ChurnReason.PAYMENT),
                        tuple(ChurnKind.VOLUNTARY, State.CLEARED, ChurnReason.RESUBSCRIBED));
    }

    @Test
    void failedRenewalIsNoSignal() {
        Subscriber strong = new Subscriber(STRONG).starts(0, IN_A_YEAR);
        for (int i = 0; i < 10; i++) {
            strong.tells("renewal_failed", 10 + i);
        }
        strong.passes(40);
        assertThat(strong.alerts(ChurnKind.CONTRACTUAL)).isEmpty();
        assertThat(strong.signals()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signals")
    void signalThatWeighsEnoughFiresAfterADay(SignalKind kind, Consumer<Subscriber> happening) {
        Subscriber strong = new Subscriber(STRONG).starts(0, IN_A_YEAR);
        happening.accept(strong);
        assertThat(strong.signals()).containsOnly(kind);
        strong.passes(20.9);
        assertThat(strong.alerts(ChurnKind.CONTRACTUAL)).isEmpty();
        strong.passes(21.1);
        assertThat(strong.alerts(ChurnKind.CONTRACTUAL)).hasSize(1);
        ChurnScore score = strong.alerts(ChurnKind.CONTRACTUAL).get(0).alert().score();
        assertThat(score.drivers()).extracting(Driver::name).containsExactly(kind.name(), "BASE");
        assertThat(score.drivers().get(0).contribution()).isCloseTo(3 * Math.pow(2, -1.0 / 30), within(1e-2));
        assertThat(score.drivers().get(0).evidence()).hasSize(1);
    }

    private static Stream<Arguments> signals() {
        return Stream.of(
                signal(SignalKind.DOWNGRADE, c -> c.tells("subscription_downgraded", 20)),
                signal(SignalKind.LOW_USAGE, c -> {
                    for (int day = 10; day < 14; day++) {
                        c.uses(day, "10");
                    }
                    c.uses(20, "4.9");
                }),
                signal(SignalKind.TICKET_OVERDUE, c -> c.tells(
                                "ticket_opened", 20 - 1 / 24.0, Map.of("promise_ms", "3600000"))
                        .passes(20.001)),
                signal(
                        SignalKind.LONG_WAIT,
                        c -> c.tells("chat_requested", 20).passes(20.01).tells("chat_answered", 20.02)),
                signal(SignalKind.REPEAT_CONTACT, c -> c.tells("chat_requested", 19.99)
                        .tells("chat_answered", 19.9901)
                        .tells("chat_ended", 19.9902)
                        .tells("chat_requested", 20)
                        .tells("chat_answered", 20.0001)),
                signal(SignalKind.LOW_SATISFACTION, c -> c.tells("survey_answered", 20, Map.of("csat", "2"))),
                signal(SignalKind.LOW_SATISFACTION, c -> c.tells("survey_answered", 20, Map.of("nps", "6"))),
                signal(SignalKind.AUTO_RENEW_OFF, c -> c.tells(
                                "subscription_updated", 20, Map.of("auto_renew", "false"))
                        .tells("subscription_updated", 20.1, Map.of("auto_renew", "false"))),
                signal(SignalKind.DATA_EXPORT, c -> c.tells("data_exported", 20)),
                signal(SignalKind.CANCEL_PAGE, c -> c.tells("cancel_page_viewed", 20)
                        .tells("cancel_page_viewed", 20.5)));
    }

    private static Arguments signal(SignalKind kind, Consumer<Subscriber> happening) {
        return Arguments.of(kind, happening);
    }

    @Test
    void whatIsNoSignalIsNone() {
        customer.starts(0, IN_A_YEAR)
                .tells("survey_answered", 1, Map.of("csat", "3"))
                .tells("survey_answered", 2, Map.of("csat", "0"))
                .tells("survey_answered", 3, Map.of("nps", "7"))
                .tells("survey_answered", 4, Map.of("nps", "poor"))
                .tells("subscription_updated", 5, Map.of("auto_renew", "true"))
                .tells("subscription_upgraded", 6)
                .uses(7, "10")
                .uses(8, "10")
                .uses(9, "10")
                .uses(10, "1")
                .uses(11, "10")
                .uses(12, "5")
                .tells("chat_requested", 13)
                .tells("chat_answered", 13.001)
                .reads(customer.draft("data_exported", 14).test(true))
                .reads(customer.draft("data_exported", 14).late(true));
        assertThat(customer.signals()).isEmpty();
    }

    @Test
    void renewalIsNearThirtyDaysBeforeItWhileUsageIsLow() {
        customer.starts(0, "2026-03-31T10:00:00Z");
        for (int week = 1; week <= 5; week++) {
            customer.uses(week * 7, week == 5 ? "1" : "10");
        }
        customer.passes(54.9);
        assertThat(customer.signals()).containsExactly(SignalKind.LOW_USAGE);
        customer.passes(55);
        assertThat(customer.signals()).containsExactly(SignalKind.LOW_USAGE, SignalKind.RENEWAL_NEAR);
        customer.uses(56, "9");
        assertThat(customer.signals()).containsExactly(SignalKind.LOW_USAGE);
        customer.uses(57, "1");
        assertThat(customer.signals())
                .containsExactly(SignalKind.LOW_USAGE, SignalKind.LOW_USAGE, SignalKind.RENEWAL_NEAR);
        customer.tells("subscription_renewed", 85);
        assertThat(customer.signals()).containsExactly(SignalKind.LOW_USAGE, SignalKind.LOW_USAGE);
    }

    @Test
    void riskFallsBelowTheBandAtTheMinuteThatASearchByMinutesFinds() {
        customer.starts(0, IN_A_YEAR)
                .tells("data_exported", 1)
                .tells("cancel_page_viewed", 1.25)
                .tells("subscription_downgraded", 3)
                .passes(80);

        ChurnAlert alert = last().alert();
        assertThat(alert.ending().orElseThrow().reason()).isEqualTo(ChurnReason.RECOVERED);
        long foundMs = alert.ending().orElseThrow().atMs();
        long minuteMs = Duration.ofMinutes(1).toMillis();
        long searchedMs = Subscriber.ms(3);
        while (risk(searchedMs, 1, 1.25, 3) >= 0.3) {
            searchedMs += minuteMs;
        }
        assertThat(foundMs).isBetween(searchedMs - minuteMs, searchedMs);
        assertThat(risk(foundMs, 1, 1.25, 3)).isLessThan(0.3);
        assertThat(risk(foundMs - 1, 1, 1.25, 3)).isGreaterThanOrEqualTo(0.3);
        assertThat(last().state()).isEqualTo(State.CLEARED);
    }

    @Test
    void riskThatFallsBackWithinADayIsNotTold() {
        Subscriber near = new Subscriber(ChurnPolicy.defaults().with(Weights.of(1.0001)));
        near.starts(0, IN_A_YEAR)
                .tells("data_exported", 1)
                .tells("subscription_downgraded", 1)
                .passes(1.5)
                .tells("data_exported", 2.5)
                .passes(3.4);
        assertThat(near.alerts()).isEmpty();
        near.passes(3.6);
        assertThat(near.alerts()).hasSize(1);
        assertThat(Subscriber.day(near.alerts().get(0).alert().firedAtMs())).isEqualTo(3.5);
    }

    @Test
    void baseOfALongerTenureIsADeadlineOfItsOwn() {
        customer.starts(0, IN_A_YEAR)
                .tells("data_exported", 60)
                .tells("subscription_downgraded", 60)
                .passes(61.1)
                .passes(89.99);
        assertThat(customer.alerts()).hasSize(1);
        customer.passes(90);
        assertThat(customer.alerts())
                .extracting(ChurnOutput::reason)
                .containsExactly(ChurnReason.NONE, ChurnReason.RECOVERED);
        assertThat(Subscriber.day(last().alert().ending().orElseThrow().atMs())).isEqualTo(90);
    }

    @Test
    void sawtoothRaisesOneAlert() {
        customer.starts(0, IN_A_YEAR).tells("data_exported", 1).tells("subscription_downgraded", 1);
        for (int i = 0; i < 14; i++) {
            customer.tells("subscription_updated", 3 + i * 2, Map.of("auto_renew", "false"))
                    .passes(3.9 + i * 2)
                    .tells("subscription_updated", 4 + i * 2, Map.of("auto_renew", "true"))
                    .passes(4.9 + i * 2);
        }
        customer.passes(50);
        assertThat(customer.alerts())
                .extracting(ChurnOutput::reason)
                .containsExactly(ChurnReason.NONE, ChurnReason.ESCALATED, ChurnReason.RECOVERED);
    }

    @Test
    void sawtoothAcrossTheBandRaisesOneAlertAMonth() {
        Subscriber strong = new Subscriber(STRONG).starts(0, IN_A_YEAR);
        for (int i = 0; i < 20; i++) {
            strong.tells("subscription_updated", 3 + i * 2, Map.of("auto_renew", "false"))
                    .passes(4.2 + i * 2)
                    .tells("subscription_updated", 4.5 + i * 2, Map.of("auto_renew", "true"))
                    .passes(4.9 + i * 2);
        }
        assertThat(strong.alerts())
                .extracting(
                        ChurnOutput::state,
                        output -> Subscriber.day(output.alert().firedAtMs()))
                .containsExactly(
                        tuple(State.FIRING, 4.0),
                        tuple(State.CLEARED, 4.0),
                        tuple(State.FIRING, 36.0),
                        tuple(State.CLEARED, 36.0));
    }

    @Test
    void nextAlertKeepsItsDistance() {
        customer.starts(0, IN_A_YEAR)
                .tells("data_exported", 1)
                .tells("subscription_downgraded", 1)
                .passes(3)
                .tells("subscription_renewed", 4)
                .tells("subscription_downgraded", 5)
                .tells("data_exported", 6)
                .tells("survey_answered", 32, Map.of("nps", "0"))
                .passes(33.9);
        assertThat(customer.alerts())
                .extracting(ChurnOutput::reason)
                .containsExactly(ChurnReason.NONE, ChurnReason.PAYMENT);
        customer.passes(34.1);
        assertThat(customer.alerts()).hasSize(3);
        assertThat(Subscriber.day(last().alert().firedAtMs())).isEqualTo(34);
    }

    @Test
    void nobodyIsToldThatACustomerMayLeaveWhoHasSaidSo() {
        customer.starts(0, IN_A_YEAR)
                .tells("subscription_cancel_requested", 1)
                .tells("data_exported", 1)
                .tells("subscription_downgraded", 1)
                .passes(5);
        assertThat(customer.alerts(ChurnKind.CONTRACTUAL)).isEmpty();
        customer.tells("cancel_withdrawn", 6).passes(8);
        assertThat(customer.alerts(ChurnKind.CONTRACTUAL)).hasSize(1);
        assertThat(Subscriber.day(last().alert().firedAtMs())).isEqualTo(7);
    }

    @Test
    void forecastIsRightIfTheContractEndsWithinTheHorizon() {
        customer.starts(0, IN_A_YEAR)
                .tells("data_exported", 1)
                .tells("subscription_downgraded", 1)
                .tells("subscription_cancelled", 20)
                .starts(25, IN_A_YEAR)
                .passes(33);
        assertThat(customer.settlements()).extracting(Settlement::left).containsExactly(true);
        assertThat(customer.settlements().get(0).forecast().kind()).isEqualTo(ChurnKind.CONTRACTUAL);
        assertThat(Subscriber.day(customer.settlements().get(0).atMs())).isEqualTo(32);
        assertThat(customer.alerts()).extracting(ChurnOutput::reason).endsWith(ChurnReason.CHURNED);

        Subscriber stays = new Subscriber(CHURN).starts(0, IN_A_YEAR);
        stays.tells("data_exported", 1).tells("subscription_downgraded", 1).passes(33);
        assertThat(stays.settlements()).extracting(Settlement::left).containsExactly(false);
    }

    @Test
    void silenceCountsFromTheEndOfTheContract() {
        Subscriber shopper = new Subscriber(CHURN.with(Cdnow.MODEL).withSample(0));
        shopper.orders(0).starts(1, IN_A_YEAR).passes(200);
        assertThat(shopper.alerts()).isEmpty();
        shopper.tells("subscription_cancelled", 200).passes(200.9);
        assertThat(shopper.alerts()).isEmpty();
        shopper.passes(201.1);
        assertThat(shopper.alerts())
                .extracting(
                        output -> output.alert().kind(),
                        output -> Subscriber.day(output.alert().firedAtMs()))
                .containsExactly(tuple(ChurnKind.NON_CONTRACTUAL, 201.0));
        shopper.starts(210, IN_A_YEAR);
        assertThat(shopper.alerts()).extracting(ChurnOutput::reason).endsWith(ChurnReason.RESUBSCRIBED);
    }

    @Test
    void withoutWeightsNobodyIsJudgedBySignals() {
        Subscriber unjudged = new Subscriber(ChurnPolicy.defaults()).starts(0, IN_A_YEAR);
        for (int i = 1; i < 20; i++) {
            unjudged.tells("survey_answered", i, Map.of("nps", "0"));
        }
        unjudged.passes(30);
        assertThat(unjudged.alerts()).isEmpty();
        unjudged.tells("subscription_cancel_requested", 31).tells("renewal_failed", 32);
        assertThat(unjudged.alerts())
                .extracting(output -> output.alert().kind())
                .containsExactly(ChurnKind.VOLUNTARY, ChurnKind.INVOLUNTARY);
    }

    @Test
    void newWeightsTellNothingOfBefore() {
        Subscriber judged = new Subscriber(ChurnPolicy.defaults()).starts(0, IN_A_YEAR);
        judged.tells("data_exported", 1).tells("subscription_downgraded", 1).passes(5);
        judged.judgedBy(CHURN);
        judged.tells("page_viewed", 5.5).passes(5.9);
        assertThat(judged.alerts()).isEmpty();
        judged.passes(6.1);
        assertThat(judged.alerts()).hasSize(1);
        assertThat(Subscriber.day(last(judged).alert().firedAtMs())).isEqualTo(6);
        judged.judgedBy(ChurnPolicy.defaults());
        judged.tells("page_viewed", 7.2).passes(60);
        assertThat(judged.alerts()).hasSize(1);
        judged.tells("subscription_renewed", 61);
        assertThat(last(judged).reason()).isEqualTo(ChurnReason.PAYMENT);
    }

    @Test
    void alertThatWeighsLessUnderOtherWeightsIsOverFromThenOn() {
        customer.starts(0, IN_A_YEAR)
                .passes(9)
                .tells("data_exported", 10)
                .tells("subscription_downgraded", 10)
                .passes(11.5);
        customer.judgedBy(ChurnPolicy.defaults().with(Weights.of(0.1)));
        customer.tells("page_viewed", 11.6).passes(11.7);
        assertThat(customer.alerts())
                .extracting(ChurnOutput::reason)
                .containsExactly(ChurnReason.NONE, ChurnReason.RECOVERED);
        assertThat(Subscriber.day(last().alert().ending().orElseThrow().atMs())).isEqualTo(11.5);
    }

    @Test
    void whatIsKeptOfAContractIsBounded() {
        customer.starts(0, IN_A_YEAR);
        for (int i = 0; i < 200; i++) {
            customer.tells("survey_answered", 1 + i, Map.of("nps", "0"))
                    .uses(1 + i, "7")
                    .passes(1 + i);
        }
        assertThat(customer.signals()).hasSize(50);
        assertThat(customer.churn().contract().running().orElseThrow().usage().reports())
                .hasSize(12);
    }

    @Test
    void valueAtRiskIsThatOfTheRenewalsWithinTheHorizon() {
        Subscriber weekly = new Subscriber(STRONG).starts(0, "2026-01-12T10:00:00Z");
        weekly.tells("data_exported", 1).passes(3);
        assertThat(weekly.alerts().get(0).alert().score().valueAtRisk()).contains(Money.of("80.00", "EUR"));
        Subscriber yearly = new Subscriber(STRONG).starts(0, IN_A_YEAR);
        yearly.tells("data_exported", 1).passes(3);
        assertThat(yearly.alerts().get(0).alert().score().valueAtRisk()).contains(Money.of("20.00", "EUR"));
    }

    @Test
    void driversAddUpToTheRisk() {
        customer.starts(0, IN_A_YEAR)
                .tells("data_exported", 1)
                .tells("survey_answered", 1, Map.of("nps", "0"))
                .tells("survey_answered", 2, Map.of("nps", "0"))
                .passes(3.1);
        ChurnScore score = customer.alerts().get(0).alert().score();
        assertThat(score.drivers()).extracting(Driver::name).containsExactly("LOW_SATISFACTION", "DATA_EXPORT", "BASE");
        assertThat(score.drivers().get(0).evidence()).containsExactly(new EventId("e3"), new EventId("e4"));
        double logOdds =
                score.drivers().stream().mapToDouble(Driver::contribution).sum();
        assertThat(score.risk()).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
        assertThat(score.horizon()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void whatTellsOfAContractNobodySawBeginningShowsThatThereIsOne() {
        customer.orders(0).tells("renewal_failed", 5);
        assertThat(customer.churn().contract().isActive()).isTrue();
    }

    private static double risk(long atMs, double... signalDays) {
        double logOdds = atMs < Subscriber.ms(90) ? -2 : -3;
        for (double day : signalDays) {
            double age = Subscriber.day(atMs) - day;
            logOdds += age < 0 ? 0 : 1.5 * Math.pow(2, -age / 30);
        }
        return 1 / (1 + Math.exp(-logOdds));
    }

    private ChurnOutput last() {
        return last(customer);
    }

    private static ChurnOutput last(Subscriber subscriber) {
        List<ChurnOutput> all = subscriber.alerts();
        return all.get(all.size() - 1);
    }
}
