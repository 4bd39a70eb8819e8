package io.journeystreams.demo;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper is going to do. Each plan has its share of the shoppers, in percent; a channel of eager shoppers shifts them. A card that
 * the provider refuses can thwart any plan to pay.
 */
enum Plan {
    LEAVES_CART(11, Bent.LEAVES, Login.MAYBE),
    BUYS_ON_WEB(10, Bent.BUYS, Login.MAYBE),
    /** The reminder has gone out before the store's till is heard from: it must be taken back. */
    BUYS_IN_STORE_NEWS_LATE(
            3, Bent.BUYS, Login.ALWAYS, "left a cart, was reminded, and turned out to have bought in the store"),
    BUYS_AFTER_REMINDER(6, Bent.BUYS, Login.ALWAYS, "left a cart, was reminded, and came back by the mail"),
    GOES_BACK_AND_BUYS(5, Bent.BUYS, Login.ALWAYS, "went back and forth between products, cart and till"),
    LEAVES_CHECKOUT(6, Bent.LEAVES, Login.MAYBE),
    CARD_DECLINED(3, Bent.LEAVES, Login.MAYBE),
    /** Puts it in the cart at home and buys it in the store: only the CRM knows. */
    BUYS_IN_STORE(6, Bent.BUYS, Login.ALWAYS),
    COMES_AGAIN(4, Bent.BUYS, Login.ALWAYS),
    GOES_SILENT(2, Bent.NONE, Login.AS_REGULAR),
    SUBSCRIBES(2, Bent.NONE, Login.ALWAYS),
    ASKS_AND_BUYS(3, Bent.BUYS, Login.ALWAYS),
    CARD_DECLINED_THEN_BUYS(2, Bent.BUYS, Login.MAYBE),
    /** Buys one of two in the store: the reminder may only show the other. */
    BUYS_PART_IN_STORE(2, Bent.BUYS, Login.ALWAYS),
    GOES_BACK_AND_LEAVES(3, Bent.LEAVES, Login.MAYBE),
    TILL_BREAKS(2, Bent.LEAVES, Login.MAYBE),
    EMPTIES_CART(3, Bent.LEAVES, Login.MAYBE),
    LOOKS_TWICE(4, Bent.LOOKS, Login.MAYBE),
    SEARCHES_IN_VAIN(4, Bent.LOOKS, Login.MAYBE),
    SENDS_BACK(1, Bent.BUYS, Login.ALWAYS),
    LOOKS_ONLY(18, Bent.LOOKS, Login.MAYBE);

    /** What a visit is about. */
    enum Bent {
        BUYS,
        LEAVES,
        LOOKS,
        /** Not at the shop itself. */
        NONE
    }

    /** Whether these shoppers are logged in. */
    enum Login {
        ALWAYS,
        MAYBE,
        /** And have ordered before. */
        AS_REGULAR
    }

    private static final int STRANGER_PERCENT = 45;
    private static final int REGULAR_PERCENT = 35;

    private final int share;
    private final Bent bent;
    private final Login login;
    private final Optional<String> story;

    Plan(int share, Bent bent, Login login) {
        this(share, bent, login, null);
    }

    Plan(int share, Bent bent, Login login, @Nullable String story) {
        this.share = share;
        this.bent = bent;
        this.login = login;
        this.story = Optional.ofNullable(story);
    }

    int share() {
        return share;
    }

    /** What there is to see of such a shopper, where it is worth a look. */
    Optional<String> story() {
        return story;
    }

    Standing standing(Random random) {
        if (login == Login.MAYBE && Drawing.isOneIn(STRANGER_PERCENT, random)) {
            return Standing.STRANGER;
        }
        boolean isRegular = login == Login.AS_REGULAR || Drawing.isOneIn(REGULAR_PERCENT, random);
        return isRegular ? Standing.REGULAR : Standing.MEMBER;
    }

    static Plan any(EntryChannel channel, Random random) {
        return Drawing.oneOf(List.of(values()), plan -> plan.weight(channel), random);
    }

    private double weight(EntryChannel channel) {
        return switch (bent) {
            case BUYS -> share * channel.eagerness();
            case LOOKS -> share / channel.eagerness();
            case LEAVES, NONE -> share;
        };
    }
}
