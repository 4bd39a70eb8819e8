package io.journeystreams.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.CartSnapshot;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProductAdded;
import io.journeystreams.domain.event.ProductRemoved;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one event does to a cart, and what of it is counted as an anomaly (rules A4, A8). */
class CartRulesTest {

    private static final CartId CART = new CartId("k1");

    @Test
    void nothingAddedIsNoChangeOfTheLine() {
        // given
        Carts carts = CartRules.add(Carts.NONE, added(1, Line.of("A", 2))).carts();

        // when
        CartStep step = CartRules.add(carts, added(2, Line.of("A", 0), Line.of("B", 0)));

        // then: bought at 1, it would still be taken out
        assertThat(step.carts().get(CART).lines()).containsExactly(new CartLine(Line.of("A", 2), 1));
        assertThat(step.changes()).containsExactly(new CartChange.Kept(CART));
        assertThat(step.anomalies()).isZero();
    }

    @Test
    void allPiecesTakenOutAreNoAnomalyAndOneMoreIs() {
        // given
        Carts carts = CartRules.add(Carts.NONE, added(1, Line.of("A", 2))).carts();

        // then
        assertThat(CartRules.remove(carts, removed(2, Line.of("A", 2))).anomalies())
                .isZero();
        assertThat(CartRules.remove(carts, removed(2, Line.of("A", 0))).anomalies())
                .isZero();
        assertThat(CartRules.remove(carts, removed(2, Line.of("A", 3))).anomalies())
                .isOne();
        assertThat(CartRules.remove(carts, removed(2, Line.of("A", 3)))
                        .carts()
                        .get(CART)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsTakenOutOfACartThatIsNotKnownIsCountedAndMakesNoCart() {
        assertThat(CartRules.remove(Carts.NONE, removed(1, Line.of("A", 1))))
                .isEqualTo(new CartStep(Carts.NONE, List.of(), 1));
    }

    @Test
    void whatIsNotInAFullCartIsCountedOnceWhenTakenOut() {
        assertThat(CartRules.remove(full(), removed(2, Line.of("other", 1))).anomalies())
                .isOne();
        assertThat(CartRules.remove(full(), removed(2, Line.of("other", 0))).anomalies())
                .isZero();
    }

    @Test
    void lineBeyondTheBoundIsCountedAndNotPutIn() {
        // when
        CartStep step = CartRules.add(full(), added(2, Line.of("other", 1)));

        // then
        assertThat(step.anomalies()).isOne();
        assertThat(step.changes()).containsExactly(new CartChange.Kept(CART));
        assertThat(step.carts().get(CART).lines()).isEqualTo(full().get(CART).lines());
    }

    @Test
    void morePiecesOfWhatIsInAFullCartAreNoAnomaly() {
        // when
        CartStep step = CartRules.add(full(), added(2, Line.of("p7", 1)));

        // then
        assertThat(step.anomalies()).isZero();
        assertThat(step.changes()).containsExactly(new CartChange.Filled(CART));
    }

    @Test
    void snapshotOfTheSameIsNoChangeOfItsLines() {
        // given
        Carts carts = CartRules.add(Carts.NONE, added(1, Line.of("A", 2), Line.of("B", 1)))
                .carts();

        // when
        CartStep step = CartRules.replace(carts, seen(2, Line.of("A", 2), Line.of("B", 2)));

        // then
        assertThat(step.carts().get(CART).lines())
                .containsExactly(new CartLine(Line.of("A", 2), 1), new CartLine(Line.of("B", 2), 2));
        assertThat(step.changes()).containsExactly(new CartChange.Filled(CART));
    }

    @Test
    void whatAPurchaseLeavesEmptyIsBoughtOutAndNothingElse() {
        // given
        CartId other = new CartId("k2");
        CartId emptied = new CartId("k3");
        Carts carts = new Carts(List.of(
                cart(CART, new CartLine(Line.of("A", 1), 1)),
                cart(other, new CartLine(Line.of("A", 1), 1), new CartLine(Line.of("B", 1), 1)),
                cart(emptied)));

        // when
        CartStep step = CartRules.buy(carts, bought(1, "A"));

        // then
        assertThat(step.changes()).containsExactly(new CartChange.BoughtOut(CART));
        assertThat(step.carts().contentsOf(CART)).isEmpty();
        assertThat(step.carts().contentsOf(other)).containsExactly(Line.of("B", 1));
    }

    @Test
    void whatCameIntoTheCartAfterThePurchaseStays() {
        // given
        Carts carts = new Carts(List.of(cart(CART, new CartLine(Line.of("A", 1), 2))));

        // then
        assertThat(CartRules.buy(carts, bought(1, "A"))).isEqualTo(CartStep.unchanged(carts));
        assertThat(CartRules.buy(carts, bought(2, "A")).carts().contentsOf(CART))
                .isEmpty();
    }

    private static Bought bought(long atMs, String product) {
        JourneyEvent order = EventDraft.of("order", "order_placed", atMs)
                .lines(List.of(Line.of(product, 1)))
                .event();
        return Bought.of(order, Purchases.NONE, Optional.empty(), false);
    }

    private static Carts full() {
        Line[] lines = IntStream.range(0, Cart.MAX_LINES)
                .mapToObj(number -> Line.of("p" + number, 1))
                .toArray(Line[]::new);
        return CartRules.add(Carts.NONE, added(1, lines)).carts();
    }

    private static Cart cart(CartId id, CartLine... lines) {
        return new Cart(id, List.of(lines), 1, Holder.NOBODY, Optional.empty());
    }

    private static ProductAdded added(long atMs, Line... lines) {
        return (ProductAdded) event("product_added", atMs, lines);
    }

    private static ProductRemoved removed(long atMs, Line... lines) {
        return (ProductRemoved) event("product_removed", atMs, lines);
    }

    private static CartSnapshot seen(long atMs, Line... lines) {
        return (CartSnapshot) event("cart_viewed", atMs, lines);
    }

    private static JourneyEvent event(String type, long atMs, Line... lines) {
        return EventDraft.of(type + atMs, type, atMs)
                .cart(Optional.of(CART))
                .lines(List.of(lines))
                .event();
    }
}
