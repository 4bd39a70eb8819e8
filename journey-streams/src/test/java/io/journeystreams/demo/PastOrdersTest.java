package io.journeystreams.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Orders from before the demo, judged by the model of churn risk that the demo uses. */
class PastOrdersTest {

    private static final long NOW_MS = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long SILENT_MS = NOW_MS + 5_000;
    private static final double WEEK_MS = Duration.ofDays(7).toMillis();

    @RepeatedTest(20)
    void theSilenceIsWorthAnAlertAtTheTimeMeantAndNotBefore(RepetitionInfo repetition) {
        // given
        Diary diary = diary(repetition.getCurrentRepetition());

        // when
        new PastOrders(diary, new VisitScript(diary)).silentEnoughAt(SILENT_MS);

        // then
        assertThat(decay(diary, SILENT_MS + 2_000)).isGreaterThanOrEqualTo(DemoRules.CHURN_LEVEL);
        assertThat(decay(diary, SILENT_MS - 2_000)).isLessThan(DemoRules.CHURN_LEVEL);
    }

    @RepeatedTest(20)
    void whoOrderedOfLateIsNotSilent(RepetitionInfo repetition) {
        // given
        Diary diary = diary(repetition.getCurrentRepetition());

        // when
        new PastOrders(diary, new VisitScript(diary)).ofLate();

        // then
        assertThat(decay(diary, NOW_MS)).isLessThan(DemoRules.CHURN_LEVEL);
    }

    @RepeatedTest(20)
    void nobodyIsTakenForSilentWhileTheirOrdersAreStillBeingTold(RepetitionInfo repetition) {
        // given
        Diary silent = diary(repetition.getCurrentRepetition());
        Diary late = diary(repetition.getCurrentRepetition());

        // when
        new PastOrders(silent, new VisitScript(silent)).silentEnoughAt(SILENT_MS);
        new PastOrders(late, new VisitScript(late)).ofLate();

        // then
        for (Diary diary : List.of(silent, late)) {
            List<Long> orders = orders(diary);
            for (int told = 1; told <= orders.size(); told++) {
                assertThat(decay(orders.subList(0, told), NOW_MS)).isLessThan(DemoRules.CHURN_LEVEL);
            }
        }
    }

    private static double decay(Diary diary, long atMs) {
        return decay(orders(diary), atMs);
    }

    /** Times in the order in which they are told, epoch milliseconds. */
    private static List<Long> orders(Diary diary) {
        return diary.sendings().stream()
                .map(sending -> (CrmEvent) sending.event())
                .filter(event -> event.getType().equals("order_placed"))
                .map(event -> event.getOccurredAt().toEpochMilli())
                .toList();
    }

    private static double decay(List<Long> told, long atMs) {
        List<Long> orders = told.stream().sorted().toList();
        long firstMs = orders.get(0);
        double lastWeeks = (orders.get(orders.size() - 1) - firstMs) / WEEK_MS;
        return DemoRules.CHURN_PARAMETERS
                .decay()
                .of(new RepeatPurchases(orders.size() - 1, lastWeeks, (atMs - firstMs) / WEEK_MS));
    }

    private static Diary diary(long seed) {
        Shopper shopper = new Shopper(
                1,
                Plan.GOES_SILENT,
                Standing.REGULAR,
                "d-1",
                Optional.of("ada-1"),
                Device.DESKTOP,
                EntryChannel.DIRECT);
        return new Diary(shopper, NOW_MS, new Random(seed));
    }
}
