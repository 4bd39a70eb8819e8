package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentKind;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Makes up shoppers: the same ones, one after the other, for the same seed, whatever becomes of those before them. The first of them follow
 * each plan once, so that everything is seen soon.
 */
final class VisitPlanner {

    private static final String COULD_NOT_PAY = "wanted to pay by card, and could not";
    private static final double MS_PER_SECOND = 1_000;

    private final Random random;
    private final CardProvider provider;
    private final Iterator<Plan> introduction = List.of(Plan.values()).iterator();
    private int shoppers;

    VisitPlanner(long seed, CardProvider provider) {
        this.random = new Random(seed);
        this.provider = provider;
    }

    /** @param startMs when the shopper arrives, epoch milliseconds */
    Visit next(long startMs) {
        int number = ++shoppers;
        Random own = new Random(random.nextLong());
        EntryChannel channel = EntryChannel.any(own);
        Plan plan = introduction.hasNext() ? introduction.next() : Plan.any(channel, own);
        Shopper shopper = Shopper.any(number, plan, channel, own);
        Diary diary = new Diary(shopper, startMs, own);
        boolean isReminded = !DemoRules.isInControlGroup(shopper.profile());
        Optional<LeftBehind> left = new Storyline(diary, provider, isReminded).play(plan);
        return new Visit(
                shopper,
                new Network(own).carry(diary.sendings()),
                left.stream().mapToLong(LeftBehind::dueMs).findFirst(),
                story(plan, left)
                        .filter(story -> isReminded && shopper.customerId().isPresent()));
    }

    /** Time until the next shopper comes, milliseconds. */
    long pauseMs(double shoppersPerSecond) {
        double uniform = 1 - random.nextDouble();
        return Math.round(-Math.log(uniform) / shoppersPerSecond * MS_PER_SECOND);
    }

    private static Optional<String> story(Plan plan, Optional<LeftBehind> left) {
        boolean isThwarted = plan != Plan.CARD_DECLINED
                && left.filter(behind -> behind.kind() == AbandonmentKind.PAYMENT_FAILED)
                        .isPresent();
        return isThwarted ? Optional.of(COULD_NOT_PAY) : plan.story();
    }
}
