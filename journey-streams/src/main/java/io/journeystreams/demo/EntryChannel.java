package io.journeystreams.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How shoppers come to the shop: the share of the visits, in percent, and how eager to buy those who come so are. */
enum EntryChannel {
    ORGANIC_SEARCH(28, 1.0, null),
    PAID_SEARCH(18, 0.9, "autumn-kitchen"),
    DIRECT(18, 1.3, null),
    SOCIAL(12, 0.4, null),
    EMAIL(10, 2.0, "newsletter-47"),
    REFERRAL(6, 1.2, null),
    AFFILIATE(5, 0.7, "gift-guide"),
    DISPLAY(3, 0.3, "autumn-kitchen");

    private final int share;
    private final double eagerness;
    private final Optional<String> campaign;

    EntryChannel(int share, double eagerness, @Nullable String campaign) {
        this.share = share;
        this.eagerness = eagerness;
        this.campaign = Optional.ofNullable(campaign);
    }

    /** As events name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    int share() {
        return share;
    }

    /** 1 for the usual shopper; twice as eager ones buy twice as often and only look half as often. */
    double eagerness() {
        return eagerness;
    }

    Optional<String> campaign() {
        return campaign;
    }

    static EntryChannel any(Random random) {
        return Drawing.oneOf(List.of(values()), EntryChannel::share, random);
    }
}
