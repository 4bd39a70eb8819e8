package io.journeystreams.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who comes to the shop once.
 *
 * @param number from 1, different for every shopper
 * @param device kind of device
 * @param channel how the shopper came
 */
record Shopper(
        int number,
        Plan plan,
        String anonymousId,
        Optional<String> customerId,
        String device,
        String channel,
        Optional<String> campaign) {

    private static final List<String> NAMES = List.of(
            "ada", "bela", "chloe", "dara", "emil", "femi", "greta", "hana", "ivan", "jun", "kofi", "lena", "mira",
            "nils", "olga", "pia", "quinn", "rosa", "sami", "tove", "uma", "vera", "wim", "xenia", "yuki", "zoe");
    private static final List<String> DEVICES = List.of("web", "web", "ios", "android");
    private static final List<String> CHANNELS =
            List.of("direct", "organic_search", "paid_search", "email", "social", "referral");

    static Shopper any(int number, Plan plan, Random random) {
        String anonymousId = String.format(Locale.ROOT, "d-%08x", random.nextInt());
        Optional<String> customerId = plan.isLoggedIn(random)
                ? Optional.of(NAMES.get(random.nextInt(NAMES.size())) + "-" + number)
                : Optional.empty();
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        Optional<String> campaign =
                channel.equals("email") || channel.equals("paid_search") ? Optional.of("autumn") : Optional.empty();
        String device = DEVICES.get(random.nextInt(DEVICES.size()));
        return new Shopper(number, plan, anonymousId, customerId, device, channel, campaign);
    }

    /** Key of the profile that the processor keeps (rule I1). */
    String profile() {
        return customerId.map(id -> "c:" + id).orElse("a:" + anonymousId);
    }

    /** Of somebody who is logged in; in a domain that nobody can have (RFC 2606). */
    Optional<String> email() {
        return customerId.map(id -> id + "@customers.example");
    }

    String cartId() {
        return "cart-" + number;
    }

    String checkoutId() {
        return "checkout-" + number;
    }

    String orderId() {
        return "order-" + number;
    }
}
