package io.journeystreams.demo;

import io.journeystreams.contracts.CrmEvent;
import java.time.Duration;
import java.util.Map;

/** What becomes of an order: parcels, questions, reviews, and rarely the money back. The CRM tells it of who is logged in. */
final class AfterSale {

    private static final Duration SHIPPED_LEAST = Duration.ofSeconds(6);
    private static final Duration SHIPPED_MOST = Duration.ofSeconds(15);
    private static final Duration DELIVERED_LEAST = Duration.ofSeconds(8);
    private static final Duration DELIVERED_MOST = Duration.ofSeconds(20);
    private static final int ASKS_PERCENT = 12;
    private static final int REVIEWS_PERCENT = 25;
    private static final int BEST_RATING = 5;
    private static final int RATINGS = 3;

    private final Diary diary;
    private final ServiceDesk service;

    AfterSale(Diary diary, ServiceDesk service) {
        this.diary = diary;
        this.service = service;
    }

    void follow(Basket basket) {
        if (diary.shopper().customerId().isEmpty()) {
            return;
        }
        if (Drawing.isOneIn(ASKS_PERCENT, diary.random())) {
            service.ask(ServiceChannel.TICKET, "delivery");
        }
        long deliveredMs = deliver(basket);
        if (Drawing.isOneIn(REVIEWS_PERCENT, diary.random())) {
            String rating = String.valueOf(BEST_RATING - diary.random().nextInt(RATINGS));
            long reviewedMs =
                    deliveredMs + DemoRules.REVIEW_DELAY.toMillis() + diary.between(SHIPPED_LEAST, SHIPPED_MOST);
            diary.crm(of(basket, "review_written", reviewedMs).setAttributes(Map.of("rating", rating)));
        }
    }

    /** All of it comes back, and so does the money. */
    void sendBack(Basket basket) {
        long deliveredMs = deliver(basket);
        long returnedMs = deliveredMs + diary.between(SHIPPED_LEAST, SHIPPED_MOST);
        diary.crm(of(basket, "order_returned", returnedMs));
        diary.crm(of(basket, "order_refunded", returnedMs + diary.between(SHIPPED_LEAST, SHIPPED_MOST)));
    }

    /** Returns when it was delivered, epoch milliseconds. */
    private long deliver(Basket basket) {
        long shippedMs = diary.nowMs() + diary.between(SHIPPED_LEAST, SHIPPED_MOST);
        long deliveredMs = shippedMs + diary.between(DELIVERED_LEAST, DELIVERED_MOST);
        diary.crm(of(basket, "order_shipped", shippedMs));
        diary.crm(of(basket, "order_delivered", deliveredMs));
        return deliveredMs;
    }

    private CrmEvent.Builder of(Basket basket, String type, long atMs) {
        return diary.record(type, atMs).setOrderId(basket.orderId());
    }
}
