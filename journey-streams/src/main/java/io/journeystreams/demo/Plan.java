package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentKind;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a shopper is going to do, and what should come of it. Each plan has its share of the shoppers, in percent. */
enum Plan {
    LEAVES_CART(12, Login.MAYBE, AbandonmentKind.CART),
    BUYS_ON_WEB(14, Login.MAYBE, null),
    /** Puts it in the cart at home and buys it in the store: only the CRM knows. */
    BUYS_IN_STORE(9, Login.ALWAYS, null),
    /** The reminder has gone out before the store's till is heard from: it must be taken back. */
    BUYS_IN_STORE_NEWS_LATE(4, Login.ALWAYS, AbandonmentKind.CART),
    LEAVES_CHECKOUT(7, Login.MAYBE, AbandonmentKind.CHECKOUT),
    PAYMENT_FAILS(5, Login.MAYBE, AbandonmentKind.PAYMENT_FAILED),
    PAYMENT_FAILS_THEN_SUCCEEDS(4, Login.MAYBE, null),
    BUYS_AFTER_REMINDER(6, Login.MAYBE, AbandonmentKind.CART),
    /** Buys one of two in the store: the reminder may only show the other. */
    BUYS_PART_IN_STORE(3, Login.ALWAYS, AbandonmentKind.CART),
    EMPTIES_CART(4, Login.MAYBE, null),
    LOOKS_ONLY(32, Login.MAYBE, null);

    /** Whether these shoppers are logged in. */
    enum Login {
        ALWAYS,
        MAYBE
    }

    private static final int ALL_SHARES = 100;

    private final int share;
    private final Login login;
    private final Optional<AbandonmentKind> reminder;

    Plan(int share, Login login, @Nullable AbandonmentKind reminder) {
        this.share = share;
        this.login = login;
        this.reminder = Optional.ofNullable(reminder);
    }

    /** About what a reminder is due when all is over. */
    Optional<AbandonmentKind> reminder() {
        return reminder;
    }

    boolean isLoggedIn(Random random) {
        return login == Login.ALWAYS || random.nextBoolean();
    }

    static Plan any(Random random) {
        int drawn = random.nextInt(ALL_SHARES);
        for (Plan plan : values()) {
            drawn -= plan.share;
            if (drawn < 0) {
                return plan;
            }
        }
        throw new IllegalStateException("the shares of the plans must add up to " + ALL_SHARES);
    }
}
