package io.journeystreams.domain.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BuyingTest {

    private static final long START_MS = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long SEED = 7;

    @Test
    void ordersOfOneDayCountOnceAtTheTimeOfTheFirst() {
        Buying buying = of(order("o1", 0), order("o2", 5 * DAY_MS), order("o3", 5 * DAY_MS + HOUR_MS));
        assertThat(buying.days()).isEqualTo(2);
        assertThat(buying.lastAtMs()).isEqualTo(START_MS + 5 * DAY_MS);
        assertThat(buying.lastBy()).isEqualTo(new EventId("e-o3"));
    }

    @Test
    void refundedOrderWasNone() {
        Buying.Order second = order("o2", 5 * DAY_MS);
        Buying buying = of(order("o1", 0), second);
        assertThat(buying.without(second)).isEqualTo(of(order("o1", 0)));
    }

    @Test
    void olderOrdersAreCountedHoweverManyThereAre() {
        Random random = new Random(SEED);
        List<Buying.Order> orders = new ArrayList<>();
        long atMs = 0;
        for (int i = 0; i < 60; i++) {
            orders.add(order("o" + i, atMs));
            atMs += random.nextBoolean() ? HOUR_MS : 3 * DAY_MS;
        }
        Buying buying = of(orders.toArray(new Buying.Order[0]));
        long days = orders.stream()
                .map(order -> Math.floorDiv(order.atMs(), DAY_MS))
                .distinct()
                .count();
        assertThat(buying.orders()).hasSize(Buying.MAX_ORDERS);
        assertThat(buying.days()).isEqualTo((int) days);
        assertThat(buying.firstAtMs()).isEqualTo(START_MS);
        assertThat(buying.meanOrderValue()).contains(Money.of("10.00", "EUR"));
    }

    @Test
    void twoHistoriesAreOneInEitherOrder() {
        Buying one = of(order("o1", 0), order("o2", DAY_MS), order("o5", 9 * DAY_MS));
        Buying other = of(order("o2", DAY_MS), order("o4", 4 * DAY_MS));
        assertThat(one.union(other)).isEqualTo(other.union(one));
        assertThat(one.union(other).days()).isEqualTo(4);
        assertThat(one.union(one)).isEqualTo(one);
    }

    @Test
    void theCohortIsThatOfTheFirstOrderHoweverLateItIsTold() {
        Buying.Order second = order("o2", 5 * DAY_MS);
        Buying buying = of(second, order("o3", 6 * DAY_MS));
        assertThat(Buying.NOTHING.cohort()).isEmpty();
        assertThat(buying.cohort()).contains("cohort of o2");
        assertThat(buying.with(order("o1", 0)).cohort()).contains("cohort of o1");
        assertThat(buying.without(second).cohort()).contains("cohort of o3");
    }

    @Test
    void theCohortStaysWhenTheFirstOrderIsOnlyCounted() {
        Buying buying = Buying.NOTHING;
        for (int day = 1; day <= 20; day++) {
            buying = buying.with(order("o" + day, day * DAY_MS));
        }
        Buying.Order earlier = order("o0", 0);
        Buying withRoom = buying.without(buying.orders().get(0));
        assertThat(buying.cohort()).contains("cohort of o1");
        assertThat(buying.with(earlier).cohort()).contains("cohort of o0");
        assertThat(withRoom.with(earlier).cohort()).contains("cohort of o0");
        assertThat(withRoom.with(earlier).firstAtMs()).isEqualTo(START_MS);
        assertThat(buying.union(of(earlier)).cohort()).contains("cohort of o0");
        assertThat(of(earlier).union(buying).cohort()).contains("cohort of o0");
    }

    private static Buying.Order order(String id, long afterMs) {
        return new Buying.Order(
                new EventId("e-" + id),
                Optional.of(new OrderId(id)),
                START_MS + afterMs,
                Optional.of(Money.of("10.00", "EUR")),
                Optional.of("cohort of " + id));
    }

    private static Buying of(Buying.Order... orders) {
        Buying buying = Buying.NOTHING;
        for (Buying.Order order : orders) {
            buying = buying.with(order);
        }
        return buying;
    }
}
