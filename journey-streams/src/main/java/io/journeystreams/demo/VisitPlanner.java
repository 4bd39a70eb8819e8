package io.journeystreams.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Makes up shoppers: the same ones, one after the other, for the same seed. The first of them follow each plan once, so that
 * everything is seen soon.
 */
final class VisitPlanner {

    private static final Duration NO_TIME = Duration.ZERO;
    /** How much earlier than the end of a delay a purchase that prevents the reminder is made. */
    private static final Duration IN_TIME_LEAST = Duration.ofSeconds(2);

    private static final Duration IN_TIME_MOST = Duration.ofSeconds(5);
    /** How long after the end of a delay the reminder has certainly gone out. */
    private static final Duration AFTERWARDS_LEAST = Duration.ofSeconds(10);

    private static final Duration AFTERWARDS_MOST = Duration.ofSeconds(15);

    private static final int PERCENT = 100;
    private static final int DELAYED_PERCENT = 15;
    private static final int TWICE_PERCENT = 5;
    /** Below the grace of the clock, so that nothing is too late, milliseconds. */
    private static final int LONGEST_DELAY_MS = 700;

    private static final double MS_PER_SECOND = 1_000;

    private final Random random;
    private final Iterator<Plan> introduction = List.of(Plan.values()).iterator();
    private int shoppers;

    VisitPlanner(long seed) {
        this.random = new Random(seed);
    }

    /** @param startMs when the shopper arrives, epoch milliseconds */
    Visit next(long startMs) {
        int number = ++shoppers;
        Plan plan = introduction.hasNext() ? introduction.next() : Plan.any(random);
        Shopper shopper = Shopper.any(number, plan, random);
        VisitScript script = new VisitScript(shopper, startMs, random).arrive();
        long leftAtMs = follow(plan, script);
        return new Visit(shopper, asTheNetworkHasIt(script.sendings()), reminderDueMs(plan, leftAtMs));
    }

    /** Time until the next shopper comes, milliseconds. */
    long pauseMs(double shoppersPerSecond) {
        double uniform = 1 - random.nextDouble();
        return Math.round(-Math.log(uniform) / shoppersPerSecond * MS_PER_SECOND);
    }

    /** Returns when the shopper left for the first time, epoch milliseconds. */
    private long follow(Plan plan, VisitScript script) {
        switch (plan) {
            case LOOKS_ONLY -> script.look(2 + random.nextInt(3));
            case LEAVES_CART -> script.fillCart(1 + random.nextInt(3));
            case LEAVES_CHECKOUT -> script.fillCart(1 + random.nextInt(2)).goToCheckout();
            case PAYMENT_FAILS -> script.fillCart(1).goToCheckout().failToPay();
            case PAYMENT_FAILS_THEN_SUCCEEDS ->
                script.fillCart(1).goToCheckout().failToPay().buyOnWeb();
            case BUYS_ON_WEB ->
                script.fillCart(1 + random.nextInt(3)).goToCheckout().buyOnWeb();
            case EMPTIES_CART -> script.fillCart(1 + random.nextInt(2)).emptyCart();
            case BUYS_IN_STORE -> {
                script.fillCart(1 + random.nextInt(2)).pause(IN_TIME_LEAST, IN_TIME_MOST);
                script.buyInStore(script.cart(), NO_TIME);
            }
            case BUYS_PART_IN_STORE -> {
                script.fillCart(2).pause(IN_TIME_LEAST, IN_TIME_MOST);
                script.buyInStore(script.cart().subList(0, 1), NO_TIME);
            }
            case BUYS_IN_STORE_NEWS_LATE -> {
                script.fillCart(1 + random.nextInt(2)).pause(IN_TIME_LEAST, IN_TIME_MOST);
                script.buyInStore(script.cart(), DemoRules.CART_DELAY.plus(AFTERWARDS_LEAST));
            }
            case BUYS_AFTER_REMINDER -> {
                script.fillCart(1 + random.nextInt(2));
                long leftAtMs = script.lastActivityMs();
                script.pause(DemoRules.CART_DELAY.plus(AFTERWARDS_LEAST), DemoRules.CART_DELAY.plus(AFTERWARDS_MOST));
                script.arrive().goToCheckout().buyOnWeb();
                return leftAtMs;
            }
        }
        return script.lastActivityMs();
    }

    private static OptionalLong reminderDueMs(Plan plan, long leftAtMs) {
        return plan.reminder().stream()
                .map(DemoRules::delayOf)
                .mapToLong(delay -> leftAtMs + delay.toMillis())
                .findFirst();
    }

    /** Some events come out of order, some come twice. */
    private List<Sending> asTheNetworkHasIt(List<Sending> sendings) {
        List<Sending> sent = new ArrayList<>();
        for (Sending sending : sendings) {
            Sending arriving = isOneOf(DELAYED_PERCENT) ? delayed(sending) : sending;
            sent.add(arriving);
            if (isOneOf(TWICE_PERCENT)) {
                sent.add(delayed(arriving));
            }
        }
        sent.sort(Comparator.comparingLong(Sending::atMs));
        return sent;
    }

    private boolean isOneOf(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    private Sending delayed(Sending sending) {
        return sending.delayedBy(1 + random.nextInt(LONGEST_DELAY_MS));
    }
}
