package io.journeystreams.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How shoppers pay in the web, with the share of the payments, in percent. */
enum PaymentMethod {
    CARD(68),
    PAYPAL(21),
    APPLE_PAY(11);

    private final int share;

    PaymentMethod(int share) {
        this.share = share;
    }

    /** As events name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    int share() {
        return share;
    }

    static PaymentMethod any(Random random) {
        return Drawing.oneOf(List.of(values()), PaymentMethod::share, random);
    }
}
