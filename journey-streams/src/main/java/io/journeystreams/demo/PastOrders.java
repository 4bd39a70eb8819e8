package io.journeystreams.demo;

import io.journeystreams.contracts.Line;
import io.journeystreams.domain.churn.model.Decay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Orders that a regular customer placed in the weeks before the demo. The CRM tells them, the last one first, so that a silence that was
 * over long ago is never taken for one that lasts; and then what it knows of the customer today.
 */
final class PastOrders {

    private static final int FEWEST = 1;
    private static final int MOST = 4;
    private static final int GOLD_FROM = 3;
    private static final Duration LEAST_GAP = Duration.ofDays(9);
    private static final Duration MOST_GAP = Duration.ofDays(21);
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();

    private final Diary diary;
    private final VisitScript shop;
    private int told;

    PastOrders(Diary diary, VisitScript shop) {
        this.diary = diary;
        this.shop = shop;
    }

    /** Of somebody whose last order was not long ago. */
    void ofLate() {
        int orders = FEWEST + diary.random().nextInt(MOST);
        long lastMs = diary.nowMs() - gapMs();
        tell(lastMs, gapsMs(orders));
    }

    /**
     * Of somebody who usually would have ordered again by now.
     *
     * @param atMs when the decay of their orders reaches the level at which that is worth an alert (rule C1), epoch milliseconds
     */
    void silentEnoughAt(long atMs) {
        long[] gapsMs = gapsMs(2);
        Decay decay = DemoRules.CHURN_PARAMETERS.decay();
        double weeks = decay.silenceUntil(DemoRules.CHURN_LEVEL, gapsMs.length, sum(gapsMs) / WEEK_MS)
                .orElseThrow();
        tell(atMs - Math.round(weeks * WEEK_MS), gapsMs);
    }

    private void tell(long lastMs, long[] gapsMs) {
        long atMs = lastMs;
        tell(atMs);
        for (long gapMs : gapsMs) {
            atMs -= gapMs;
            tell(atMs);
        }
        diary.crm(diary.record("customer_updated", diary.nowMs())
                .setAttributes(Map.of(
                        "email",
                        diary.shopper().email().orElseThrow(),
                        "loyalty_tier",
                        gapsMs.length + 1 >= GOLD_FROM ? "GOLD" : "SILVER")));
        diary.shortPause();
    }

    private void tell(long atMs) {
        told++;
        List<Line> lines = List.of(shop.unseen().line(1));
        diary.crm(diary.record("order_placed", atMs)
                .setOrderId("past-" + diary.shopper().number() + "-" + told)
                .setLines(lines)
                .setTotal(Basket.totalOf(lines))
                .setCurrency(Product.CURRENCY));
    }

    /** Between so many orders. */
    private long[] gapsMs(int orders) {
        long[] gapsMs = new long[orders - 1];
        for (int i = 0; i < gapsMs.length; i++) {
            gapsMs[i] = gapMs();
        }
        return gapsMs;
    }

    private long gapMs() {
        Random random = diary.random();
        return LEAST_GAP.toMillis()
                + Math.round(random.nextDouble() * MOST_GAP.minus(LEAST_GAP).toMillis());
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
