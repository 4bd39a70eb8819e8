package io.journeystreams.load.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Evidence;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.SessionEndReason;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SessionState;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.contracts.StageTransitionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Published records that are wrong in one way each. The customer looks, puts a mug into the cart, and leaves. */
class OracleTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");
    private static final String CANARY = "canary@private.example";
    private static final Oracle ORACLE = new Oracle(ShopRules.compressed(), List.of(CANARY));

    private final List<InputRecord> log =
            List.of(click(0, "page_viewed", List.of()), click(1, "product_added", List.of(mug())));

    @Test
    void whatMustBePublishedIsNoDifference() {
        assertThat(named(published(List.of(session()), List.of(alert())))).isEmpty();
    }

    @Test
    void anAlertThatWasNotToldIsMissing() {
        assertThat(named(published(List.of(session()), List.of()))).containsExactly("AlertMissing");
    }

    @Test
    void anAlertThatWasToldTwiceHasARevisionTwice() {
        assertThat(named(published(List.of(session()), List.of(alert(), alert()))))
                .contains("EachRevisionOnce");
    }

    @Test
    void anAlertUnderTwoIdsHasOneCause() {
        AbandonmentEvent other =
                AbandonmentEvent.newBuilder(alert()).setAlertId("other").build();
        assertThat(named(published(List.of(session()), List.of(alert(), other))))
                .contains("OneIdForEachCause", "AlertNotExpected");
    }

    @Test
    void anAlertThatShowsTooMuchIsNotTheOneExpected() {
        AbandonmentEvent wrong = AbandonmentEvent.newBuilder(alert())
                .setLines(List.of(Line.newBuilder(mug()).setQuantity(2).build()))
                .build();
        assertThat(named(published(List.of(session()), List.of(wrong))))
                .containsExactlyInAnyOrder("AlertMissing", "AlertNotExpected");
    }

    @Test
    void anAlertThatEndedThoughNothingHappenedIsNotTheOneExpected() {
        AbandonmentEvent ended = AbandonmentEvent.newBuilder(alert())
                .setRevision(2)
                .setState(AbandonmentState.RECOVERED)
                .setActionable(false)
                .build();
        assertThat(named(published(List.of(session()), List.of(alert(), ended))))
                .containsExactlyInAnyOrder("AlertMissing", "AlertNotExpected");
    }

    @Test
    void anAlertThatIsActedOnAfterItsEndIsNoLife() {
        AbandonmentEvent ended = AbandonmentEvent.newBuilder(alert())
                .setRevision(2)
                .setState(AbandonmentState.RETRACTED)
                .setActionable(false)
                .build();
        AbandonmentEvent again =
                AbandonmentEvent.newBuilder(alert()).setRevision(3).build();
        assertThat(named(published(List.of(session()), List.of(alert(), ended, again))))
                .contains("EndsOnlyWhatBegan");
    }

    @Test
    void aSessionThatIsCutShortIsNotTheOneExpected() {
        SessionEvent shorter = SessionEvent.newBuilder(session())
                .setEndedAt(BEGINNING)
                .setEvents(1)
                .build();
        assertThat(named(published(List.of(shorter), List.of(alert()))))
                .containsExactlyInAnyOrder("SessionMissing", "SessionNotExpected");
    }

    @Test
    void anActionThatIsNoFactIsFound() {
        Published published = new Published(List.of(session()), List.of(notActionable()), List.of(alert()), stages());
        assertThat(named(published)).containsExactly("ActionsAreFacts");
    }

    @Test
    void aFactThatMayBeActedOnIsAnAction() {
        Published published = new Published(List.of(session()), List.of(alert()), List.of(), stages());
        assertThat(named(published)).containsExactly("ActionsAreFacts");
    }

    @Test
    void aReminderToABuyerIsFound() {
        // given
        CrmEvent order = CrmEvent.newBuilder()
                .setEventId("order")
                .setType("order_placed")
                .setOccurredAt(BEGINNING.plusSeconds(3))
                .setCustomerId("c1")
                .setOrderId("o1")
                .setLines(List.of(mug()))
                .build();
        List<InputRecord> bought = Stream.concat(
                        log.stream(), Stream.of(input(order, "crm.events", BEGINNING.plusSeconds(5))))
                .toList();

        // when
        List<Difference> differences = allOf(bought, publishedOfBuyer(List.of(alert())));

        // then
        assertThat(differences).extracting(Difference::invariant).contains("NoReminderForABuyer", "AlertNotExpected");
    }

    @Test
    void aPurchaseHeardOfAfterTheAlertTakesItBackOrWasInTimeAfterAll() {
        // given
        CrmEvent order = CrmEvent.newBuilder()
                .setEventId("order")
                .setType("order_placed")
                .setOccurredAt(BEGINNING.plusSeconds(3))
                .setCustomerId("c1")
                .setOrderId("o1")
                .build();
        List<InputRecord> bought = Stream.concat(
                        log.stream(), Stream.of(input(order, "crm.events", BEGINNING.plusSeconds(30))))
                .toList();
        AbandonmentEvent retracted = AbandonmentEvent.newBuilder(alert())
                .setRevision(2)
                .setState(AbandonmentState.RETRACTED)
                .setReason(AbandonmentReason.LATE_PURCHASE)
                .setActionable(false)
                .build();

        // then
        assertThat(allOf(bought, publishedOfBuyer(List.of(alert(), retracted)))).isEmpty();
        assertThat(allOf(bought, publishedOfBuyer(List.of()))).isEmpty();
        assertThat(allOf(bought, publishedOfBuyer(List.of(alert()))))
                .extracting(Difference::invariant)
                .containsExactly("AlertNotExpected");
    }

    @Test
    void anAddressBelongsIntoContactAndNowhereElse() {
        AbandonmentEvent right = with(alert -> alert.setContact(Map.of("email", CANARY)));
        AbandonmentEvent wrong = with(alert -> alert.setLastError("declined for " + CANARY));

        assertThat(named(published(List.of(session()), List.of(right)))).isEmpty();
        assertThat(named(published(List.of(session()), List.of(wrong)))).contains("NothingPersonal");
    }

    /** In these few events nothing is left open. */
    private static List<Difference> allOf(List<InputRecord> log, Published published) {
        Verdict verdict = ORACLE.compare(log, published);
        return Stream.concat(verdict.differences().stream(), verdict.leftOpen().stream())
                .toList();
    }

    private List<String> named(Published published) {
        return allOf(log, published).stream().map(Difference::invariant).toList();
    }

    /** What may be acted on is an action, and how it ended. */
    private static Published published(List<SessionEvent> sessions, List<AbandonmentEvent> alerts) {
        return new Published(sessions, alerts, alerts, stages());
    }

    /** The same, and an order was heard of. */
    private static Published publishedOfBuyer(List<AbandonmentEvent> alerts) {
        List<StageTransitionEvent> stages =
                ToldStages.ofALookAndACart(BEGINNING).thenAnOrder(3, "order").told();
        return new Published(List.of(session()), alerts, alerts, stages);
    }

    private static List<StageTransitionEvent> stages() {
        return ToldStages.ofALookAndACart(BEGINNING).told();
    }

    private static AbandonmentEvent with(UnaryOperator<AbandonmentEvent.Builder> change) {
        return change.apply(AbandonmentEvent.newBuilder(alert())).build();
    }

    private static AbandonmentEvent notActionable() {
        return with(alert -> alert.setActionable(false).setReason(AbandonmentReason.CAPPED));
    }

    private static AbandonmentEvent alert() {
        return AbandonmentEvent.newBuilder()
                .setProfile("c:c1")
                .setTenant("load")
                .setPolicyVersion("1")
                .setAlertId("a1")
                .setRevision(1)
                .setState(AbandonmentState.ABANDONED)
                .setKind(AbandonmentKind.CART)
                .setSubjectId("default")
                .setArmSeq(1)
                .setArmedAt(BEGINNING.plusSeconds(1))
                .setLastActivityAt(BEGINNING.plusSeconds(1))
                .setDeadline(BEGINNING.plusSeconds(7))
                .setEmittedAt(BEGINNING.plusSeconds(8))
                .setLines(List.of(mug()))
                .setTotal(mug().getUnitPrice())
                .setActionable(true)
                .setReason(AbandonmentReason.NONE)
                .setEvidence(List.of(new Evidence("e1", new SourcePosition("clickstream.events", 0, 1L))))
                .build();
    }

    private static SessionEvent session() {
        return SessionEvent.newBuilder()
                .setProfile("c:c1")
                .setTenant("load")
                .setPolicyVersion("1")
                .setSessionId("s1")
                .setRevision(1)
                .setState(SessionState.CLOSED)
                .setEmittedAt(BEGINNING.plusSeconds(7))
                .setDeviceId("d1")
                .setStartedAt(BEGINNING)
                .setEndedAt(BEGINNING.plusSeconds(1))
                .setDurationMs(1000)
                .setEvents(2)
                .setViews(1)
                .setEngaged(true)
                .setConverted(false)
                .setEndReason(SessionEndReason.INACTIVITY)
                .build();
    }

    private static InputRecord click(int second, String type, List<Line> lines) {
        Instant at = BEGINNING.plusSeconds(second);
        ClickstreamEvent event = ClickstreamEvent.newBuilder()
                .setEventId("e" + second)
                .setType(type)
                .setOccurredAt(at)
                .setAnonymousId("d1")
                .setCustomerId("c1")
                .setLines(lines)
                .build();
        return input(event, "clickstream.events", at);
    }

    private static InputRecord input(SpecificRecord event, String topic, Instant at) {
        return new InputRecord(topic, 0, at.toEpochMilli(), at.toEpochMilli(), event);
    }

    private static Line mug() {
        return Line.newBuilder()
                .setProductId("mug")
                .setQuantity(1)
                .setUnitPrice(new java.math.BigDecimal("12.5000"))
                .setCurrency("EUR")
                .build();
    }
}
