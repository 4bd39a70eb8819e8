package io.journeystreams.domain.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A goal is reached once an order, and taken back once (rule G5). */
class KeptOrdersTest {

    private static final StageModel MODEL = SixStage.model();
    private static final long AT_MS = Duration.ofDays(100).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    @Test
    void withinAnHourAReportWithoutAnOrderIsAboutTheSameOne() {
        // given
        KeptOrders named = KeptOrders.NONE.with(placed("o1", AT_MS));
        KeptOrders unnamed = KeptOrders.NONE.with(payment(AT_MS));

        // then
        assertThat(isNewGoal(named, payment(AT_MS + HOUR_MS))).isFalse();
        assertThat(isNewGoal(named, payment(AT_MS + HOUR_MS + 1))).isTrue();
        assertThat(isNewGoal(unnamed, placed("o1", AT_MS + HOUR_MS))).isFalse();
        assertThat(isNewGoal(unnamed, placed("o1", AT_MS - HOUR_MS))).isFalse();
        assertThat(isNewGoal(unnamed, placed("o1", AT_MS - HOUR_MS - 1))).isTrue();
        assertThat(isNewGoal(named, placed("o2", AT_MS + 1))).isTrue();
        assertThat(isNewGoal(KeptOrders.NONE, payment(AT_MS))).isTrue();
    }

    @Test
    void orderIsTakenBackOnce() {
        // given
        KeptOrders two = KeptOrders.NONE.with(placed("o1", AT_MS)).with(placed("o2", AT_MS + 1));

        // when
        KeptOrders one = two.without(cancelled("o1"));

        // then
        assertThat(one)
                .isEqualTo(new KeptOrders(1, Optional.of(new OrderId("o2")), AT_MS + 1, List.of(new OrderId("o1"))));
        assertThat(one.without(cancelled("o1"))).isEqualTo(one);
        assertThat(two.without(draft("order_refunded", AT_MS + 2)
                        .order(Optional.of(new OrderId("o1")))
                        .attributes(Map.of("partial", "true"))
                        .event()))
                .isEqualTo(two);
        assertThat(KeptOrders.NONE.without(cancelled("o1"))).isEqualTo(KeptOrders.NONE);
    }

    @Test
    void asManyReversedOrdersAreRememberedAsThereIsRoomFor() {
        // given
        KeptOrders orders = new KeptOrders(100, Optional.empty(), AT_MS, reversed(0, KeptOrders.MAX_REVERSED));

        // then
        assertThat(orders.without(cancelled("o99")).reversed())
                .hasSize(KeptOrders.MAX_REVERSED)
                .endsWith(new OrderId("o99"))
                .doesNotContain(new OrderId("o10"));
    }

    @Test
    void goalsOfTwoProfilesAddUpAndTheLaterIsTheLast() {
        // given
        KeptOrders early = new KeptOrders(2, Optional.of(new OrderId("o9")), AT_MS, reversed(0, 2));
        KeptOrders late = new KeptOrders(3, Optional.of(new OrderId("o1")), AT_MS + 1, reversed(1, 3));
        KeptOrders both = new KeptOrders(5, Optional.of(new OrderId("o1")), AT_MS + 1, reversed(0, 3));

        // then
        assertThat(early.union(late)).isEqualTo(both);
        assertThat(late.union(early)).isEqualTo(both);
    }

    @Test
    void ofGoalsAtOneMomentTheOrderOfTheTwoDoesNotMatter() {
        // given
        KeptOrders one = KeptOrders.NONE.with(placed("o1", AT_MS));
        KeptOrders other = KeptOrders.NONE.with(placed("o2", AT_MS));

        // then
        assertThat(one.union(other)).isEqualTo(other.union(one));
        assertThat(one.union(KeptOrders.NONE.with(payment(AT_MS))).lastId()).contains(new OrderId("o1"));
    }

    @Test
    void aUnionRemembersNoMoreReversedOrders() {
        // given
        KeptOrders one = new KeptOrders(1, Optional.empty(), AT_MS, reversed(0, KeptOrders.MAX_REVERSED));
        KeptOrders other = new KeptOrders(1, Optional.empty(), AT_MS, reversed(1, KeptOrders.MAX_REVERSED + 1));

        // then
        assertThat(one.union(other).reversed()).isEqualTo(reversed(1, KeptOrders.MAX_REVERSED + 1));
    }

    private static boolean isNewGoal(KeptOrders before, JourneyEvent event) {
        return before.isNewGoal(new Occasion(event, false, 1, Optional.empty()), MODEL);
    }

    private static List<OrderId> reversed(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new OrderId("o" + (10 + number)))
                .toList();
    }

    private static JourneyEvent placed(String order, long atMs) {
        return draft("order_placed", atMs)
                .order(Optional.of(new OrderId(order)))
                .event();
    }

    private static JourneyEvent payment(long atMs) {
        return draft("payment_succeeded", atMs).event();
    }

    private static JourneyEvent cancelled(String order) {
        return draft("order_cancelled", AT_MS + 2)
                .order(Optional.of(new OrderId(order)))
                .event();
    }

    private static EventDraft draft(String type, long atMs) {
        return EventDraft.of(type + atMs, type, atMs);
    }
}
