package io.journeystreams.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.cart.Purchases.Purchase;
import io.journeystreams.domain.cart.Purchases.Standing;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each order counts once, whoever tells of it, and how often (rules A5, T8). */
class PurchasesTest {

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final Money TOTAL = Money.of("30.00", "EUR");

    @Test
    void totalCountsWhenItIsFirstTold() {
        // given
        Purchases known = after(placed("e1", "o1", 0).event());
        JourneyEvent withTotal =
                placed("e2", "o1", 1_000).total(Optional.of(TOTAL)).event();

        // when
        Purchases.Step first = known.step(withTotal);
        Purchases.Step again = first.purchases().step(withTotal);

        // then
        assertThat(first.newValue()).contains(TOTAL);
        assertThat(first.purchases().recent()).containsExactly(purchase("e1", "o1", 0, true, Standing.PLACED));
        assertThat(again).isEqualTo(new Purchases.Step(first.purchases(), Optional.empty()));
    }

    @Test
    void totalOfAReportThatAlsoSaysPaidCountsToo() {
        // when
        Purchases.Step step = after(placed("e1", "o1", 0).event())
                .step(paid("e2", "o1", 1_000).total(Optional.of(TOTAL)).event());

        // then
        assertThat(step.newValue()).contains(TOTAL);
        assertThat(step.purchases())
                .isEqualTo(purchases(1, 0, Purchases.NONE_FORGOTTEN, purchase("e1", "o1", 0, true, Standing.PAID)));
    }

    @Test
    void orderIsDoneOncePaidAndStaysSo() {
        // given
        JourneyEvent order = placed("e1", "o1", 0).event();
        JourneyEvent payment = paid("e2", "o1", 1_000).event();

        // then
        assertThat(after(order).isDone(order)).isFalse();
        assertThat(after(order, payment).isDone(order)).isTrue();
        assertThat(after(order, payment, order).isDone(order)).isTrue();
    }

    @Test
    void paymentOfACancelledOrderDoesNotBringItBack() {
        // given
        Purchases cancelled = after(placed("e1", "o1", 0).event()).reverse(cancelled("e2", "o1", 1_000));

        // when
        Purchases next = cancelled.step(paid("e3", "o1", 2_000).event()).purchases();

        // then
        assertThat(next).isEqualTo(cancelled);
        assertThat(next.hasKept()).isFalse();
    }

    @Test
    void orderIsReversedOnce() {
        // given
        Purchases two =
                after(placed("e1", "o1", 0).event(), placed("e2", "o2", 0).event());

        // when
        Purchases next = two.reverse(cancelled("e3", "o1", 1_000)).reverse(cancelled("e4", "o1", 2_000));

        // then
        assertThat(next.reversed()).isOne();
        assertThat(next.hasKept()).isTrue();
        assertThat(two.reverse(cancelled("e5", "unknown", 1_000))).isEqualTo(two);
    }

    @Test
    void orderWasPlacedWhenItWasFirstToldOf() {
        // given
        Purchases known = after(placed("e1", "o1", 1_000).event());

        // then
        assertThat(known.placedAtMs(placed("e2", "o1", 2_000).event())).isEqualTo(at(1_000));
        assertThat(known.placedAtMs(placed("e2", "o1", 500).event())).isEqualTo(at(500));
        assertThat(known.placedAtMs(placed("e2", "o2", 2_000).event())).isEqualTo(at(2_000));
        assertThat(known.isKnown(placed("e2", "o1", 2_000).event())).isTrue();
        assertThat(known.isKnown(placed("e2", "o2", 2_000).event())).isFalse();
    }

    @Test
    void ordersOfTwoProfilesCountOnce() {
        // given
        Purchases one = after(
                placed("e1", "both", 0).event(), placed("e2", "ours", 1_000).event());
        Purchases other = after(
                placed("e3", "both", 500).event(), placed("e4", "theirs", 2_000).event());

        // then
        assertThat(one.union(other))
                .isEqualTo(purchases(
                        3,
                        0,
                        Purchases.NONE_FORGOTTEN,
                        purchase("e1", "both", 0, false, Standing.PLACED),
                        purchase("e2", "ours", 1_000, false, Standing.PLACED),
                        purchase("e4", "theirs", 2_000, false, Standing.PLACED)));
        assertThat(other.union(one).recent())
                .containsExactlyInAnyOrderElementsOf(one.union(other).recent());
        assertThat(other.union(one).count()).isEqualTo(3);
    }

    @Test
    void orderThatBothKnowIsTheFirstReportWithAllThatIsKnown() {
        // given
        Purchases placed =
                after(placed("early", "o1", 0).total(Optional.of(TOTAL)).event());
        Purchases paid = after(paid("later", "o1", 1_000).event());
        Purchase joined = purchase("early", "o1", 0, true, Standing.PAID);

        // then
        assertThat(placed.union(paid).recent()).containsExactly(joined);
        assertThat(paid.union(placed).recent()).containsExactly(joined);
    }

    @Test
    void orderThatNobodyValuedIsNotValuedByAUnion() {
        // given
        Purchases one = after(placed("e1", "o1", 0).event());
        Purchases other = after(placed("e2", "o1", 0).event());

        // then
        assertThat(one.union(other).recent()).containsExactly(purchase("e1", "o1", 0, false, Standing.PLACED));
    }

    @Test
    void orderThatBothHeardCancelledWasCancelledOnce() {
        // given
        Purchases cancelled = after(placed("e1", "o1", 0).event()).reverse(cancelled("e2", "o1", 1_000));
        Purchases standing =
                after(placed("e1", "o1", 0).event(), placed("e3", "o2", 0).event());

        // then
        assertThat(cancelled.union(cancelled)).isEqualTo(cancelled);
        assertThat(cancelled.union(standing).reversed()).isOne();
        assertThat(standing.union(cancelled).reversed()).isOne();
        assertThat(cancelled.union(standing).hasKept()).isTrue();
        assertThat(standing.union(standing).reversed()).isZero();
        assertThat(standing.union(cancelled).isDone(placed("e1", "o1", 0).event()))
                .isTrue();
    }

    @Test
    void whatOneOfTwoHasForgottenEarlyBothHave() {
        // given
        Purchases forgetful = purchases(7, 2, at(5_000));
        Purchases other = purchases(1, 1, at(4_000));

        // then
        assertThat(forgetful.union(other)).isEqualTo(purchases(8, 3, at(5_000)));
        assertThat(other.union(forgetful)).isEqualTo(purchases(8, 3, at(5_000)));
    }

    @Test
    void lastOrderBetweenTwoTimesIncludesBoth() {
        // given
        Purchases orders = after(
                placed("e1", "o1", 1_000).event(),
                placed("e2", "o2", 3_000).event(),
                placed("e3", "o3", 2_000).event());

        // then
        assertThat(orders.lastWithin(at(0), at(3_000))).hasValue(at(3_000));
        assertThat(orders.lastWithin(at(0), at(2_999))).hasValue(at(2_000));
        assertThat(orders.lastWithin(at(3_000), at(4_000))).hasValue(at(3_000));
        assertThat(orders.lastWithin(at(3_001), at(4_000))).isEmpty();
        assertThat(orders.lastAtMs()).hasValue(at(3_000));
    }

    @Test
    void onlyOlderOrdersAreForgottenAndStillCounted() {
        // given
        Purchases orders =
                after(placed("e1", "o1", 999).event(), placed("e2", "o2", 1_000).event());

        // when
        Purchases next = orders.forgetBefore(at(1_000));

        // then
        assertThat(next)
                .isEqualTo(
                        purchases(2, 0, Purchases.NONE_FORGOTTEN, purchase("e2", "o2", 1_000, false, Standing.PLACED)));
    }

    @Test
    void whatWasForgottenEarlyMattersUntilItWouldHaveBeenForgottenAnyway() {
        assertThat(purchases(1, 0, at(1_000)).forgetBefore(at(1_000)).forgottenUntilMs())
                .isEqualTo(at(1_000));
        assertThat(purchases(1, 0, at(1_000)).forgetBefore(at(1_001)).forgottenUntilMs())
                .isEqualTo(Purchases.NONE_FORGOTTEN);
    }

    @Test
    void reportMayBeOfAForgottenOrderForAsLongAsOrdersAreRemembered() {
        // given
        Purchases forgetful = purchases(1, 0, at(0));
        long rememberedMs = Purchases.REMEMBERED.toMillis();

        // then
        assertThat(forgetful.mayBeForgotten(placed("e1", "o1", rememberedMs).event()))
                .isTrue();
        assertThat(forgetful.mayBeForgotten(placed("e1", "o1", rememberedMs + 1).event()))
                .isFalse();
        assertThat(Purchases.NONE.mayBeForgotten(placed("e1", "o1", 0).event())).isFalse();
    }

    @Test
    void theLatestOrdersAreKept() {
        // given
        Purchases orders = after(
                placed("e1", "o1", 2_000).event(),
                placed("e2", "o2", 1_000).event(),
                placed("e3", "o3", 3_000).event());

        // then
        assertThat(orders.keeping(3)).isEqualTo(orders);
        assertThat(orders.keeping(1))
                .isEqualTo(purchases(3, 0, at(2_000), purchase("e3", "o3", 3_000, false, Standing.PLACED)));
    }

    private static Purchases after(JourneyEvent... orders) {
        Purchases next = Purchases.NONE;
        for (JourneyEvent order : orders) {
            next = next.step(order).purchases();
        }
        return next;
    }

    private static Purchases purchases(long count, long reversed, long forgottenUntilMs, Purchase... recent) {
        return new Purchases(List.of(recent), count, reversed, forgottenUntilMs);
    }

    private static Purchase purchase(String event, String order, long afterMs, boolean isValued, Standing standing) {
        return new Purchase(Optional.of(new OrderId(order)), new EventId(event), at(afterMs), isValued, standing);
    }

    private static EventDraft placed(String event, String order, long afterMs) {
        return report(event, "order_placed", order, afterMs);
    }

    private static EventDraft paid(String event, String order, long afterMs) {
        return report(event, "order_placed", order, afterMs).attributes(Map.of("payment_status", "paid"));
    }

    private static JourneyEvent cancelled(String event, String order, long afterMs) {
        return report(event, "order_cancelled", order, afterMs).event();
    }

    private static EventDraft report(String event, String type, String order, long afterMs) {
        return EventDraft.of(event, type, at(afterMs)).order(Optional.of(new OrderId(order)));
    }

    private static long at(long afterMs) {
        return BEGINNING_MS + afterMs;
    }
}
