package io.journeystreams.load.oracle;

import io.journeystreams.contracts.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An input event as the rules see it: once, with the time that counts, and with ids that are ids.
 *
 * @param atMs event time (T2)
 * @param ingestedMs record timestamp of its first copy (T1)
 * @param tooLate older than the lateness bound when it arrived (T3)
 * @param device the {@code anonymousId}
 * @param deviceKind web, server …
 */
record Fact(
        String eventId,
        String type,
        long atMs,
        long ingestedMs,
        boolean tooLate,
        boolean crm,
        @Nullable String device,
        @Nullable String deviceKind,
        @Nullable String customer,
        @Nullable String cartId,
        @Nullable String checkoutId,
        @Nullable String orderId,
        List<Line> lines,
        Map<String, String> attributes) {

    private static final Set<String> CART_CHANGES =
            Set.of("product_added", "product_removed", "cart_viewed", "cart_updated");
    private static final Set<String> PURCHASES = Set.of("order_placed", "order_paid", "payment_succeeded");

    Fact {
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
    }

    boolean changesCart() {
        return CART_CHANGES.contains(type);
    }

    boolean isPurchase() {
        return PURCHASES.contains(type);
    }

    /** S3: only what a person did on a device. */
    boolean isInteractive() {
        return !crm && !"server".equals(deviceKind) && !type.equals("email_opened");
    }

    /** T9: what comes first in the same millisecond; an erasure last, since nothing of that moment may be left. */
    int rank() {
        return switch (type) {
            case "identified", "customers_merged", "customer_updated" -> 0;
            case "product_added", "product_removed", "cart_viewed", "cart_updated" -> 1;
            case "checkout_started", "checkout_step_completed" -> 2;
            case "payment_failed" -> 3;
            case "order_placed", "order_paid", "payment_succeeded" -> 4;
            case "logged_out" -> 6;
            case "customer_erased" -> 7;
            default -> 5;
        };
    }

    /** Whose it is if nothing else is known (I1). */
    String firstProfile() {
        if (customer != null) {
            return "c:" + customer;
        }
        return "a:" + (device != null ? device : eventId);
    }
}
