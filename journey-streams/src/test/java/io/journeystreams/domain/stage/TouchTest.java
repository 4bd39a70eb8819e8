package io.journeystreams.domain.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What touches a mission, and what belongs to an order or to what was bought (rule G8). */
class TouchTest {

    private static final KeptOrders BOUGHT = new KeptOrders(1, Optional.of(new OrderId("o1")), 0, List.of());

    @ParameterizedTest
    @ValueSource(strings = {"page_viewed", "product_viewed", "product_searched", "product_added", "coupon_applied"})
    void whatACustomerDoesInTheShopIsATouch(String type) {
        assertThat(touches(event(type), BOUGHT)).isTrue();
        assertThat(touches(event(type).from(Source.CRM), BOUGHT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store_visited", "email_clicked", "quote_requested"})
    void whatACustomerDoesElsewhereIsATouchWhoeverTellsOfIt(String type) {
        assertThat(touches(event(type).from(Source.CRM), BOUGHT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review_written",
                "survey_answered",
                "referral_made",
                "social_mentioned",
                "chat_answered",
                "call_ended",
                "order_shipped",
                "order_delivered",
                "order_returned",
                "order_cancelled",
                "logged_out"
            })
    void whatBelongsToAnOrderOrToTheServiceIsNone(String type) {
        assertThat(touches(event(type), KeptOrders.NONE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_placed", "payment_succeeded"})
    void purchaseIsATouchWhereItReachesTheGoal(String type) {
        assertThat(event(type).event().accept(new Touch(true, BOUGHT))).isTrue();
        assertThat(event(type).event().accept(new Touch(false, BOUGHT))).isFalse();
    }

    @Test
    void failedPaymentIsATouchUnlessItIsOfTheLastOrder() {
        assertThat(touches(event("payment_failed").order(Optional.of(new OrderId("o1"))), BOUGHT))
                .isFalse();
        assertThat(touches(event("payment_failed").order(Optional.of(new OrderId("o2"))), BOUGHT))
                .isTrue();
        assertThat(touches(event("payment_failed"), BOUGHT)).isTrue();
        assertThat(touches(event("payment_failed"), KeptOrders.NONE)).isTrue();
        assertThat(touches(event("payment_failed").from(Source.CRM), BOUGHT)).isFalse();
    }

    @Test
    void questionIsATouchBeforeTheFirstOrderOrWhereItSaysSo() {
        assertThat(touches(event("chat_requested"), KeptOrders.NONE)).isTrue();
        assertThat(touches(event("chat_requested"), BOUGHT)).isFalse();
        assertThat(touches(event("chat_requested").attributes(Map.of("pre_sale", "true")), BOUGHT))
                .isTrue();
    }

    private static boolean touches(EventDraft event, KeptOrders orders) {
        return event.event().accept(new Touch(false, orders));
    }

    private static EventDraft event(String type) {
        return EventDraft.of("e", type, 0);
    }
}
