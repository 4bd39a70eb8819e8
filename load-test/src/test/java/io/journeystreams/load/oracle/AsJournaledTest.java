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
import io.journeystreams.contracts.SourcePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A visitor puts a mug into the cart, is known a second later, and puts in a cup: one cart, if the news of the mug comes in time. */
class AsJournaledTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");
    private static final Oracle ORACLE = new Oracle(ShopRules.compressed(), List.of());
    private static final String DEVICE = "a:d1";
    private static final String CUSTOMER = "c:c1";

    private final List<InputRecord> log = new ArrayList<>();
    private final List<JournalNews> journal = new ArrayList<>();

    @Test
    void whatWasHandedOverInTimeIsInTheAlert() {
        // given
        mugAndCup();
        handOver("h1", DEVICE, CUSTOMER, "cup", 3);

        // then
        assertThat(differences(alert("mug", 1, List.of("mug", "cup")))).isEmpty();
        assertThat(differences(alert("cup", 2, List.of("cup")))).contains("AlertMissing", "AlertNotExpected");
    }

    @Test
    void whatIsHandedOverAfterTheDeadlineMayBeMissingFromTheAlert() {
        // given
        mugAndCup();
        handOver("h1", DEVICE, CUSTOMER, "cup", 60);

        // then
        assertThat(differences(alert("cup", 2, List.of("cup")))).isEmpty();
        assertThat(differences(alert("cup", 2, List.of("mug")))).contains("AlertMissing", "AlertNotExpected");
    }

    /** The clock has long passed the deadline: the first to come is told at once, by what is known by then. */
    @Test
    void ofNewsThatComesTooLateWhatCameFirstCounts() {
        // given
        click("cup", 2, "c1", "cup");
        input(ClickstreamEvent.newBuilder()
                .setEventId("removed")
                .setType("product_removed")
                .setOccurredAt(BEGINNING.plusSeconds(3))
                .setCustomerId("c1")
                .setLines(List.of(line("cup")))
                .build());
        tell(CUSTOMER, 60, event("removed"));
        tell(CUSTOMER, 60, event("cup"));

        // then
        assertThat(differences()).isEmpty();
        assertThat(differences(alert("cup", 2, List.of("cup")))).containsExactly("AlertNotExpected");
    }

    /** T5: while a backlog is read. */
    @Test
    void anAlertMayHaveWaitedForWhatIsHandedOverAfterItsDeadline() {
        mugAndCup();
        handOver("h1", DEVICE, CUSTOMER, "cup", 60);

        assertThat(differences(alert("mug", 1, List.of("mug", "cup")))).isEmpty();
    }

    @Test
    void whatIsPassedOnIsNotKnownToWhoeverPassesItOn() {
        // given
        mugAndCup();
        handOver("h1", DEVICE, CUSTOMER, "cup", 3);
        click("pot", 3, null, "pot");
        tell(DEVICE, 3, event("pot"));
        journal.add(new JournalNews(CUSTOMER, arrival(4), List.of(DEVICE), event("pot")));

        // then
        assertThat(differences(alert("mug", 3, List.of("mug", "cup", "pot")))).isEmpty();
    }

    @Test
    void anotherCustomerIsGivenNothing() {
        // given
        mugAndCup();
        handOver("h1", DEVICE, CUSTOMER, "cup", 3);
        tell(DEVICE, 3, new JournalNews.Sighting("c:c2", "other", ms(3)));
        handOver("h2", DEVICE, "c:c2", "other", 3);

        // then
        assertThat(differences(alert("mug", 1, List.of("mug", "cup")))).isEmpty();
    }

    @Test
    void whoeverIsMergedGivesAll() {
        // given
        click("cup", 2, "c1", "cup");
        tell(CUSTOMER, 0, event("cup"));
        crm("merge", 3, "customers_merged", Map.of("from", "c1", "to", "c2"));
        tell(CUSTOMER, 0, event("merge"));
        handOver("h1", CUSTOMER, "c:c2", "merge", 4);

        // then
        AbandonmentEvent alert = alert("cup", 2, List.of("cup"));
        assertThat(differences(
                        AbandonmentEvent.newBuilder(alert).setProfile("c:c2").build()))
                .isEmpty();
        assertThat(differences(alert)).contains("AlertMissing", "AlertNotExpected");
    }

    /** I8: what happened after it included. */
    @Test
    void anErasureForgetsWhatWasReadBeforeIt() {
        // given
        crm("erased", 1, "customer_erased", Map.of());
        click("cup", 2, "c1", "cup");
        tell(CUSTOMER, 0, event("cup"));
        tell(CUSTOMER, 0, event("erased"));

        // then
        assertThat(differences()).isEmpty();
        assertThat(differences(alert("cup", 2, List.of("cup")))).contains("AlertNotExpected");
    }

    @Test
    void whatIsReadAfterAnErasureIsNotForgotten() {
        // given
        crm("erased", 1, "customer_erased", Map.of());
        click("cup", 2, "c1", "cup");
        tell(CUSTOMER, 0, event("erased"));
        tell(CUSTOMER, 0, event("cup"));

        // then
        assertThat(differences(alert("cup", 2, List.of("cup")))).isEmpty();
        assertThat(differences()).contains("AlertMissing");
    }

    /** The cup's event names the customer on the device. */
    private void mugAndCup() {
        click("mug", 1, null, "mug");
        click("cup", 2, "c1", "cup");
        tell(DEVICE, 0, event("mug"));
        tell(DEVICE, 0, new JournalNews.Sighting(CUSTOMER, "cup", ms(2)));
        tell(CUSTOMER, 0, event("cup"));
    }

    private void handOver(String id, String from, String to, String cause, int clock) {
        tell(to, clock, new JournalNews.HandOver(id, from, cause, ms(2)));
    }

    /** @param clock what it has come to by then, seconds */
    private void tell(String profile, int clock, JournalNews.Content content) {
        journal.add(new JournalNews(profile, arrival(clock), List.of(), content));
    }

    private Arrival arrival(int clock) {
        return new Arrival(ms(clock), journal.size());
    }

    private JournalNews.Event event(String id) {
        return log.stream()
                .filter(input -> id.equals(String.valueOf(input.event()
                        .get(input.event().getSchema().getField("eventId").pos()))))
                .map(input -> new JournalNews.Event(input.place()))
                .findFirst()
                .orElseThrow();
    }

    private void click(String id, int second, @Nullable String customer, String product) {
        input(ClickstreamEvent.newBuilder()
                .setEventId(id)
                .setType("product_added")
                .setOccurredAt(BEGINNING.plusSeconds(second))
                .setAnonymousId("d1")
                .setCustomerId(customer)
                .setLines(List.of(line(product)))
                .build());
    }

    private void crm(String id, int second, String type, Map<String, String> attributes) {
        input(CrmEvent.newBuilder()
                .setEventId(id)
                .setType(type)
                .setOccurredAt(BEGINNING.plusSeconds(second))
                .setCustomerId("c1")
                .setAttributes(attributes)
                .build());
    }

    private void input(SpecificRecord event) {
        log.add(new InputRecord("input", 0, log.size(), ms(4), event));
    }

    /** Of its sessions and stages nothing is told. */
    private List<String> differences(AbandonmentEvent... alerts) {
        Published published = new Published(List.of(), List.of(alerts), List.of(alerts), List.of());
        Verdict verdict = ORACLE.compare(log, journal, published);
        return Stream.concat(verdict.differences().stream(), verdict.leftOpen().stream())
                .map(Difference::invariant)
                .filter(invariant -> invariant.startsWith("Alert"))
                .toList();
    }

    private static AbandonmentEvent alert(String armedBy, int lastSecond, List<String> products) {
        return AbandonmentEvent.newBuilder()
                .setProfile(CUSTOMER)
                .setTenant("load")
                .setPolicyVersion("1")
                .setAlertId("alert")
                .setRevision(1)
                .setState(AbandonmentState.ABANDONED)
                .setKind(AbandonmentKind.CART)
                .setSubjectId("default")
                .setArmSeq(1)
                .setArmedAt(BEGINNING.plusSeconds(armedBy.equals("mug") ? 1 : 2))
                .setLastActivityAt(BEGINNING.plusSeconds(lastSecond))
                .setDeadline(BEGINNING.plusSeconds(Math.max(2, lastSecond) + 6))
                .setEmittedAt(BEGINNING.plusSeconds(60))
                .setLines(products.stream().map(AsJournaledTest::line).toList())
                .setActionable(true)
                .setReason(AbandonmentReason.NONE)
                .setEvidence(List.of(new Evidence(armedBy, new SourcePosition("clickstream.events", 0, 1L))))
                .build();
    }

    private static Line line(String product) {
        return Line.newBuilder().setProductId(product).setQuantity(1).build();
    }

    private static long ms(int second) {
        return BEGINNING.plusSeconds(second).toEpochMilli();
    }
}
