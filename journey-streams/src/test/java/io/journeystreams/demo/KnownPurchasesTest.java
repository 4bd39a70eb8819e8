package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.Line;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownPurchasesTest {

    private static final long SENT_MS = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long UNDER_WAY_MS = KnownPurchases.UNDER_WAY.toMillis();

    private final KnownPurchases purchases = new KnownPurchases();

    @Test
    void aReminderAboutWhatWasBoughtBeforeIsFalse() {
        // when
        purchases.add(purchase("c:ada-1", "mug"), SENT_MS);

        // then
        assertThat(purchases.hadBought(reminder("c:ada-1", SENT_MS + UNDER_WAY_MS + 1, "mug", "lamp")))
                .isTrue();
        assertThat(purchases.orders()).isEqualTo(1);
    }

    @Test
    void aReminderIsRightBeforeTheNewsAboutOtherThingsAndForOthers() {
        // when
        purchases.add(purchase("c:ada-1", "mug"), SENT_MS);

        // then
        assertThat(purchases.hadBought(reminder("c:ada-1", SENT_MS + UNDER_WAY_MS, "mug")))
                .isFalse();
        assertThat(purchases.hadBought(reminder("c:ada-1", SENT_MS + 60_000, "lamp")))
                .isFalse();
        assertThat(purchases.hadBought(reminder("c:bela-2", SENT_MS + 60_000, "mug")))
                .isFalse();
    }

    @Test
    void theFirstNewsOfAnOrderCounts() {
        // when
        purchases.add(purchase("c:ada-1", "mug"), SENT_MS + 60_000);
        purchases.add(purchase("c:ada-1", "mug"), SENT_MS);

        // then
        assertThat(purchases.hadBought(reminder("c:ada-1", SENT_MS + 30_000, "mug")))
                .isTrue();
        assertThat(purchases.orders()).isEqualTo(1);
    }

    @Test
    void everyOrderOfACustomerCounts() {
        // when
        purchases.add(new Purchase("c:ada-1", "order-1", Set.of("mug")), SENT_MS);
        purchases.add(new Purchase("c:ada-1", "order-1-2", Set.of("lamp")), SENT_MS);

        // then
        assertThat(purchases.hadBought(reminder("c:ada-1", SENT_MS + 60_000, "mug")))
                .isTrue();
        assertThat(purchases.hadBought(reminder("c:ada-1", SENT_MS + 60_000, "lamp")))
                .isTrue();
        assertThat(purchases.orders()).isEqualTo(2);
    }

    private static Purchase purchase(String profile, String... products) {
        return new Purchase(profile, "order-1", Set.of(products));
    }

    static AbandonmentEvent reminder(String profile, long emittedAtMs, String... products) {
        Instant emittedAt = Instant.ofEpochMilli(emittedAtMs);
        return AbandonmentEvent.newBuilder()
                .setProfile(profile)
                .setTenant("demo-shop")
                .setPolicyVersion("1")
                .setAlertId("alert")
                .setRevision(1)
                .setState(AbandonmentState.ABANDONED)
                .setKind(AbandonmentKind.CART)
                .setSubjectId("cart-1")
                .setArmSeq(1)
                .setArmedAt(emittedAt)
                .setLastActivityAt(emittedAt)
                .setDeadline(emittedAt)
                .setEmittedAt(emittedAt)
                .setLines(
                        List.of(products).stream().map(KnownPurchasesTest::line).toList())
                .setActionable(true)
                .build();
    }

    private static Line line(String product) {
        return Line.newBuilder().setProductId(product).setQuantity(1).build();
    }
}
