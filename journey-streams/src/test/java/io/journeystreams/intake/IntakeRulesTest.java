package io.journeystreams.intake;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.intake.IntakeDecision.Accepted;
import io.journeystreams.intake.IntakeDecision.Rejected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeRulesTest {

    private static final SourcePosition POSITION = new SourcePosition("clickstream.events", 0, 1);
    private static final long FUTURE_TOLERANCE_MS = 5 * 60_000;
    private static final long LATENESS_MS = 3L * 24 * 60 * 60_000;

    private final IntakeRules rules = new IntakeRules(ClockPolicy.defaults(), new ProfileResolver());

    @Test
    void sourcesTimeIsTheEventTimeUpToTheTolerance() {
        Accepted accepted = accept(BEGINNING + FUTURE_TOLERANCE_MS, BEGINNING, BEGINNING);
        assertThat(accepted.occurrence().atMs()).isEqualTo(BEGINNING + FUTURE_TOLERANCE_MS);
        assertThat(accepted.futureStamped()).isFalse();
        assertThat(accepted.clockTimeMs()).isEqualTo(BEGINNING);
    }

    @Test
    void timeBeyondTheToleranceIsReplacedByTheIngestion() {
        Accepted accepted = accept(BEGINNING + FUTURE_TOLERANCE_MS + 1, BEGINNING, minutes(60));
        assertThat(accepted.occurrence().atMs()).isEqualTo(BEGINNING);
        assertThat(accepted.futureStamped()).isTrue();
        assertThat(accepted.clockTimeMs()).isEqualTo(BEGINNING);
        assertThat(accepted.remarks()).isEqualTo(Set.of(IntakeOutcome.FUTURE_STAMPED));
    }

    @Test
    void recordTimestampThatLiesInTheFutureDoesNotCount() {
        Accepted accepted = accept(minutes(600), minutes(600), BEGINNING);
        assertThat(accepted.occurrence().atMs()).isEqualTo(BEGINNING);
        assertThat(accepted.clockTimeMs()).isEqualTo(BEGINNING);
    }

    @Test
    void eventIsLateWhenOlderThanTheBoundOnArrival() {
        Accepted inTime = accept(BEGINNING - LATENESS_MS, BEGINNING, BEGINNING);
        Accepted late = accept(BEGINNING - LATENESS_MS - 1, BEGINNING, BEGINNING);
        assertThat(inTime.occurrence().late()).isFalse();
        assertThat(late.occurrence().late()).isTrue();
        assertThat(late.remarks()).isEqualTo(Set.of(IntakeOutcome.LATE));
    }

    @Test
    void longTimeInTheInputMakesNoEventLate() {
        Accepted accepted = accept(BEGINNING, BEGINNING, BEGINNING + 10 * LATENESS_MS);
        assertThat(accepted.occurrence().late()).isFalse();
    }

    /** Refused, it would leave a reminder to somebody who has bought. */
    @Test
    void orderThatCannotBeReadWhollyIsOneThatNamesNothing() {
        ReportedEvent event = ReportedEvent.of(clickstream("e1", "order_placed", BEGINNING)
                .setOrderId("o1")
                .setCartId("k1")
                .setCheckoutId("t1")
                .setTotal(new BigDecimal("1.0000"))
                .setLines(List.of(line("p1", 1, null, null), line("", 1, null, null)))
                .build());
        Accepted accepted = (Accepted) rules.decide(event, BEGINNING, BEGINNING, POSITION);
        assertThat(accepted.remarks()).contains(IntakeOutcome.GOODS_UNREADABLE);
        assertThat(accepted.occurrence().orderId()).map(OrderId::value).contains("o1");
        assertThat(accepted.occurrence().lines()).isEmpty();
        assertThat(accepted.occurrence().cartId()).isEmpty();
        assertThat(accepted.occurrence().checkoutId()).isEmpty();
        assertThat(accepted.occurrence().total()).isEmpty();
    }

    @Test
    void lineWithoutCurrencyHasTheCurrencyOfItsEvent() {
        ReportedEvent event = ReportedEvent.of(clickstream("e1", "order_placed", BEGINNING)
                .setCurrency("eur")
                .setLines(List.of(line("p1", 2, "12.50", null)))
                .build());
        Accepted accepted = (Accepted) rules.decide(event, BEGINNING, BEGINNING, POSITION);
        assertThat(accepted.occurrence()
                        .lines()
                        .get(0)
                        .unitPrice()
                        .orElseThrow()
                        .currency())
                .isEqualTo("EUR");
    }

    @Test
    void whatNamesNobodyIsCounted() {
        ReportedEvent event = ReportedEvent.of(clickstream("e1", "page_viewed", BEGINNING)
                .setAnonymousId("null")
                .build());
        Accepted accepted = (Accepted) rules.decide(event, BEGINNING, BEGINNING, POSITION);
        assertThat(accepted.remarks()).isEqualTo(Set.of(IntakeOutcome.UNIDENTIFIED, IntakeOutcome.IDENTITY_REFUSED));
    }

    static Stream<Arguments> badEvents() {
        BigDecimal price = new BigDecimal("1.0000");
        return Stream.of(
                bad(RejectionReason.MISSING_EVENT_ID, clickstream(" ", "page_viewed", BEGINNING)),
                bad(RejectionReason.MISSING_TYPE, clickstream("e1", "", BEGINNING)),
                bad(RejectionReason.MISSING_TIME, clickstream("e1", "page_viewed", 0)),
                bad(RejectionReason.MISSING_TIME, clickstream("e1", "page_viewed", -5)),
                bad(RejectionReason.INVALID_VALUE, clickstream("e".repeat(513), "page_viewed", BEGINNING)),
                bad(
                        RejectionReason.INVALID_VALUE,
                        clickstream("e1", "checkout_started", BEGINNING).setTotal(price)),
                bad(
                        RejectionReason.INVALID_VALUE,
                        clickstream("e1", "checkout_started", BEGINNING)
                                .setTotal(price)
                                .setCurrency("euro")),
                badLine(line("", 1, null, null)),
                badLine(line("p1", -1, null, null)),
                badLine(line("p1", 1, "1.00", null)),
                badLine(line("p1", 1, "1.00", "E1R")),
                badLine(line("p1", 1, "100000000001", "EUR")),
                badLine(line("p1", 1_000_000_000, "1000", "EUR")),
                bad(
                        RejectionReason.INVALID_VALUE,
                        clickstream("e1", "cart_viewed", BEGINNING)
                                .setLines(IntStream.range(0, 1_001)
                                        .mapToObj(i -> line("p" + i, 1, null, null))
                                        .toList())));
    }

    private static Arguments badLine(io.journeystreams.contracts.Line line) {
        return bad(
                RejectionReason.INVALID_VALUE,
                clickstream("e1", "product_added", BEGINNING).setLines(List.of(line)));
    }

    private static Arguments bad(RejectionReason reason, io.journeystreams.contracts.ClickstreamEvent.Builder event) {
        return Arguments.of(reason, ReportedEvent.of(event.build()));
    }

    @ParameterizedTest
    @MethodSource("badEvents")
    void badEventIsRejectedWithItsReason(RejectionReason reason, ReportedEvent event) {
        IntakeDecision decision = rules.decide(event, BEGINNING, BEGINNING, POSITION);
        assertThat(decision).isInstanceOf(Rejected.class);
        assertThat(((Rejected) decision).reason()).isEqualTo(reason);
    }

    @Test
    void recordWithoutTimeIsRejected() {
        ReportedEvent event =
                ReportedEvent.of(clickstream("e1", "page_viewed", BEGINNING).build());
        assertThat(((Rejected) rules.decide(event, 0, BEGINNING, POSITION)).reason())
                .isEqualTo(RejectionReason.INVALID_RECORD_TIMESTAMP);
    }

    @Test
    void crmEventWithoutCustomerIsRejected() {
        ReportedEvent event = ReportedEvent.of(
                crm("e1", "order_placed", BEGINNING).setCustomerId(null).build());
        assertThat(((Rejected) rules.decide(event, BEGINNING, BEGINNING, POSITION)).reason())
                .isEqualTo(RejectionReason.MISSING_CUSTOMER);
    }

    private Accepted accept(long occurredAtMs, long recordTimestampMs, long intakeAtMs) {
        ReportedEvent event =
                ReportedEvent.of(clickstream("e1", "page_viewed", occurredAtMs).build());
        return (Accepted) rules.decide(event, recordTimestampMs, intakeAtMs, POSITION);
    }
}
