package io.journeystreams.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who comes to the shop.
 *
 * @param number from 1, different for every shopper
 * @param channel how the shopper comes first
 */
record Shopper(
        int number,
        Plan plan,
        Standing standing,
        String anonymousId,
        Optional<String> customerId,
        Device device,
        EntryChannel channel) {

    private static final List<String> NAMES = List.of(
            "ada", "bela", "chloe", "dara", "emil", "femi", "greta", "hana", "ivan", "jun", "kofi", "lena", "mira",
            "nils", "olga", "pia", "quinn", "rosa", "sami", "tove", "uma", "vera", "wim", "xenia", "yuki", "zoe");

    static Shopper any(int number, Plan plan, EntryChannel channel, Random random) {
        String anonymousId = String.format(Locale.ROOT, "d-%08x", random.nextInt());
        Standing standing = plan.standing(random);
        Optional<String> customerId = standing == Standing.STRANGER
                ? Optional.empty()
                : Optional.of(NAMES.get(random.nextInt(NAMES.size())) + "-" + number);
        return new Shopper(number, plan, standing, anonymousId, customerId, Device.any(random), channel);
    }

    /** Key of the profile that the processor keeps (rule I1). */
    String profile() {
        return customerId.map(id -> "c:" + id).orElse("a:" + anonymousId);
    }

    /** Of somebody who is logged in; in a domain that nobody can have (RFC 2606). */
    Optional<String> email() {
        return customerId.map(id -> id + "@customers.example");
    }
}
