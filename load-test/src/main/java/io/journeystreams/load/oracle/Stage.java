package io.journeystreams.load.oracle;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stages of the default model from the lowest to the highest, and what speaks for them (G1, G2). */
enum Stage {
    AWARENESS,
    CONSIDERATION,
    DECISION,
    PURCHASE,
    RETENTION;

    private static final Set<String> INTEREST =
            Set.of("product_viewed", "product_searched", "products_compared", "review_read", "cta_clicked");
    private static final Set<String> CART = Set.of("product_added", "product_removed", "coupon_applied");
    private static final Set<String> CART_SEEN = Set.of("cart_viewed", "cart_updated");
    private static final Set<String> TILL = Set.of("checkout_started", "checkout_step_completed", "payment_failed");

    /** What the event is evidence for, by itself or with another one; goals are counted elsewhere. */
    static @Nullable Stage spokenForBy(Fact fact) {
        if (CART.contains(fact.type()) || TILL.contains(fact.type()) || showsFullCart(fact)) {
            return DECISION;
        }
        return INTEREST.contains(fact.type()) ? CONSIDERATION : null;
    }

    private static boolean showsFullCart(Fact fact) {
        return CART_SEEN.contains(fact.type()) && fact.lines().stream().anyMatch(line -> line.getQuantity() > 0);
    }

    /** Seen from before the first stage, every stage is higher. */
    boolean isAbove(@Nullable Stage other) {
        return other == null || compareTo(other) > 0;
    }

    /** Those that are passed on the way up to this one. */
    Stream<Stage> passedFrom(@Nullable Stage other) {
        return Arrays.stream(values()).filter(stage -> stage.isAbove(other) && isAbove(stage));
    }
}
