package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules' settings for people who watch: seconds where a shop has minutes. */
public final class DemoRules {

    public static final Duration CART_DELAY = Duration.ofSeconds(10);
    public static final Duration CHECKOUT_DELAY = Duration.ofSeconds(8);
    public static final Duration PAYMENT_DELAY = Duration.ofSeconds(6);
    static final Duration GRACE = Duration.ofSeconds(1);
    static final Duration IDLE_AFTER = Duration.ofSeconds(1);
    static final Duration SESSION_GAP = Duration.ofSeconds(20);

    private DemoRules() {}

    /** By name, as in {@code journey.yaml}. */
    public static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("tenant", "demo-shop");
        settings.put("clock.grace", inSeconds(GRACE));
        settings.put("clock.idleAfter", inSeconds(IDLE_AFTER));
        settings.put("sessions.gap", inSeconds(SESSION_GAP));
        settings.put("abandonment.cart.delay", inSeconds(CART_DELAY));
        settings.put("abandonment.checkout.delay", inSeconds(CHECKOUT_DELAY));
        settings.put("abandonment.paymentFailed.delay", inSeconds(PAYMENT_DELAY));
        settings.put("abandonment.recoveryLink", "https://shop.example/cart?alert={alertId}");
        return settings;
    }

    static Duration delayOf(AbandonmentKind kind) {
        return switch (kind) {
            case CART -> CART_DELAY;
            case CHECKOUT -> CHECKOUT_DELAY;
            case PAYMENT_FAILED -> PAYMENT_DELAY;
            case UNKNOWN, SEARCH, BROWSE, PAYMENT_PENDING, FORM ->
                throw new IllegalArgumentException("no shopper of the demo leaves a " + kind);
        };
    }

    private static String inSeconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
