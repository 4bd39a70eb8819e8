package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.load.oracle.InputRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuyersAlertedTest {

    private static final long INGESTED_MS = 100_000;
    private static final List<Line> MUG = List.of(Line.newBuilder()
            .setProductId("mug")
            .setQuantity(1)
            .setUnitPrice(new BigDecimal("1.0000"))
            .setCurrency("EUR")
            .build());

    @Test
    void anAlertAboutWhatWasBoughtSinceIsFound() {
        BuyersAlerted buyers = new BuyersAlerted(List.of(added(1_000, "phone", "7"), bought(2_000)));

        assertThat(buyers.among(List.of(alert(1, AbandonmentState.ABANDONED))))
                .singleElement()
                .asString()
                .contains("CART", "7", "mug was bought");
    }

    @Test
    void whatWasPutIntoTheCartAgainAfterwardsOnAnyDeviceMayBeAbandoned() {
        BuyersAlerted buyers =
                new BuyersAlerted(List.of(added(1_000, "phone", "7"), bought(2_000), added(3_000, "phone", null)));

        assertThat(buyers.among(List.of(alert(1, AbandonmentState.ABANDONED)))).isEmpty();
    }

    @Test
    void whatWasPutIntoTheAlertsCartUnderAnotherNameOfTheCustomerMayBeAbandoned() {
        BuyersAlerted buyers = new BuyersAlerted(
                List.of(added(1_000, "phone", "7"), bought(2_000), added(3_000, "tablet", "8", "k1")));
        AbandonmentEvent ofCart = AbandonmentEvent.newBuilder(alert(1, AbandonmentState.ABANDONED))
                .setCartId("k1")
                .build();

        assertThat(buyers.among(List.of(ofCart))).isEmpty();
        assertThat(buyers.among(List.of(alert(1, AbandonmentState.ABANDONED)))).isNotEmpty();
    }

    @Test
    void anAlertThatWasTakenBackDoesNotStand() {
        BuyersAlerted buyers = new BuyersAlerted(List.of(added(1_000, "phone", "7"), bought(2_000)));

        assertThat(buyers.among(List.of(alert(2, AbandonmentState.RETRACTED), alert(1, AbandonmentState.ABANDONED))))
                .isEmpty();
    }

    private static InputRecord added(long atMs, String device, @Nullable String customer) {
        return added(atMs, device, customer, null);
    }

    private static InputRecord added(long atMs, String device, @Nullable String customer, @Nullable String cart) {
        return input(ClickstreamEvent.newBuilder()
                .setEventId("added-" + atMs)
                .setType("product_added")
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setAnonymousId(device)
                .setCartId(cart)
                .setCustomerId(customer)
                .setLines(MUG)
                .build());
    }

    private static InputRecord bought(long atMs) {
        return input(CrmEvent.newBuilder()
                .setEventId("bought-" + atMs)
                .setType("order_placed")
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setCustomerId("7")
                .setOrderId("o-1")
                .setLines(MUG)
                .build());
    }

    private static InputRecord input(SpecificRecord event) {
        return new InputRecord("inputs", 0, 0, INGESTED_MS, event);
    }

    private static AbandonmentEvent alert(int revision, AbandonmentState state) {
        Instant at = Instant.ofEpochMilli(INGESTED_MS);
        return AbandonmentEvent.newBuilder()
                .setProfile("c:7")
                .setTenant("shop")
                .setPolicyVersion("1")
                .setAlertId("a-1")
                .setRevision(revision)
                .setState(state)
                .setKind(AbandonmentKind.CART)
                .setSubjectId("cart")
                .setArmSeq(1)
                .setArmedAt(at)
                .setLastActivityAt(at)
                .setDeadline(at)
                .setEmittedAt(at)
                .setLines(MUG)
                .setActionable(true)
                .build();
    }
}
