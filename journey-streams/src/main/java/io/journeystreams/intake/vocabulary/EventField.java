package io.journeystreams.intake.vocabulary;

/** What a mapping can fill of an event. The keys stand in users' files and stay. */
enum EventField {
    EVENT_ID("eventId"),
    OCCURRED_AT("occurredAt"),
    CUSTOMER_ID("customerId"),
    ANONYMOUS_ID("anonymousId"),
    DEVICE("device"),
    CHANNEL("channel"),
    CAMPAIGN("campaign"),
    CART_ID("cartId"),
    CHECKOUT_ID("checkoutId"),
    ORDER_ID("orderId"),
    TOTAL("total"),
    CURRENCY("currency"),
    PAGE_URL("pageUrl"),
    TEST("test");

    private final String key;

    EventField(String key) {
        this.key = key;
    }

    /** As in the canonical event. */
    String key() {
        return key;
    }
}
