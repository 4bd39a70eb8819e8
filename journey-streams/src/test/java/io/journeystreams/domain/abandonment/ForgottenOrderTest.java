package io.journeystreams.domain.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders beyond their bound are forgotten, and nobody is asked to pay for one of them twice (fault R8). */
@Timeout(30)
class ForgottenOrderTest {

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final long MONTH_MS = Duration.ofDays(31).toMillis();

    @Test
    void theOldestIsForgottenAndStillCounted() {
        // when
        Purchases orders = paid(Purchases.MAX_ORDERS + 1);

        // then
        assertThat(orders.recent()).hasSize(Purchases.MAX_ORDERS);
        assertThat(orders.count()).isEqualTo(Purchases.MAX_ORDERS + 1);
        assertThat(orders.forgottenUntilMs()).isEqualTo(BEGINNING_MS);
    }

    @Test
    void orderThatMayHaveBeenPaidAndForgottenWaitsForNoPayment() {
        // given
        JourneyEvent pending = pending(BEGINNING_MS + 1_000);
        JourneyEvent later = pending(BEGINNING_MS + MONTH_MS);

        // then
        assertThat(openAfter(pending, paid(Purchases.MAX_ORDERS + 1))).isZero();
        assertThat(openAfter(pending, paid(1))).isOne();
        assertThat(openAfter(later, paid(Purchases.MAX_ORDERS + 1))).isOne();
    }

    private static long openAfter(JourneyEvent pending, Purchases orders) {
        Purchases told = orders.step(pending).purchases();
        return PendingPayment.ordered(Abandonment.NONE, pending, told, AbandonmentPolicy.defaults(), 0)
                .tally()
                .open();
    }

    private static JourneyEvent pending(long atMs) {
        return EventDraft.of("again", "order_placed", atMs)
                .order(Optional.of(new OrderId("unknown")))
                .attributes(Map.of("payment_status", "pending"))
                .event();
    }

    private static Purchases paid(int count) {
        Purchases orders = Purchases.NONE;
        for (int number = 0; number < count; number++) {
            orders = orders.step(EventDraft.of("e" + number, "order_paid", BEGINNING_MS + number)
                            .order(Optional.of(new OrderId("o" + number)))
                            .event())
                    .purchases();
        }
        return orders;
    }
}
