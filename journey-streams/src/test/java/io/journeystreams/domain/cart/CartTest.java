package io.journeystreams.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One cart out of two: the same one as two profiles know it (rule I6), or a guest's and the account's (rule A9). */
class CartTest {

    private static final CartId ID = new CartId("k1");
    private static final CartId OTHER = new CartId("g1");
    private static final Holder GUEST = new Holder(Optional.of(new DeviceId("phone")), true);
    private static final Holder ACCOUNT = new Holder(Optional.of(new DeviceId("laptop")), false);

    @Test
    void ofACartThatTwoProfilesKnowTheLaterChangeOfEachLineCounts() {
        // given
        Cart one = cart(ID, 20, ACCOUNT, line("A", 1, 10), line("B", 1, 20));
        Cart other = cart(ID, 15, GUEST, line("A", 5, 15), line("B", 5, 15), line("C", 5, 15));
        CartLine[] joined = {line("A", 5, 15), line("B", 1, 20), line("C", 5, 15)};

        // then
        assertThat(one.union(other)).isEqualTo(cart(ID, 20, ACCOUNT, joined));
        assertThat(other.union(one)).isEqualTo(cart(ID, 20, ACCOUNT, joined));
    }

    @Test
    void ofChangesAtOneMomentOurOwnCounts() {
        // given
        Cart one = cart(ID, 10, ACCOUNT, line("A", 1, 10));
        Cart other = cart(ID, 10, GUEST, line("A", 5, 10));

        // then
        assertThat(one.union(other)).isEqualTo(one);
        assertThat(other.union(one)).isEqualTo(other);
    }

    @Test
    void aCartWithSomethingInItIsNoOtherName() {
        // given
        Cart name = new Cart(ID, List.of(), 20, ACCOUNT, Optional.of(OTHER));
        Cart filled = cart(ID, 10, ACCOUNT, line("A", 1, 10));
        Cart empty = cart(ID, 10, ACCOUNT);

        // then
        assertThat(name.union(filled).mergedInto()).isEmpty();
        assertThat(filled.union(name).mergedInto()).isEmpty();
        assertThat(name.union(empty).mergedInto()).contains(OTHER);
        assertThat(empty.union(name).mergedInto()).contains(OTHER);
    }

    @Test
    void aUnionHoldsNoMoreThanACart() {
        // given
        Cart full = full("A");

        // then
        assertThat(full.union(full("B")).lines()).isEqualTo(full.lines());
    }

    @Test
    void whatDoesNotFitIntoAFullCartIsNotInAndIsCounted() {
        // given
        Cart almost = new Cart(ID, full("A").lines().subList(1, Cart.MAX_LINES), 0, ACCOUNT, Optional.empty());
        Cart guest = cart(OTHER, 10, GUEST, line("B", 1, 10), line("C", 1, 10));

        // when
        Cart joined = almost.taking(guest);

        // then
        assertThat(joined.lines()).hasSize(Cart.MAX_LINES).last().isEqualTo(line("B", 1, 10));
        assertThat(guest.linesNotIn(joined)).isOne();
        assertThat(almost.linesNotIn(joined)).isZero();
        assertThat(CartStep.unchanged(new Carts(List.of(almost, guest)))
                        .merging(guest, almost, 20)
                        .anomalies())
                .isOne();
    }

    @Test
    void morePiecesFitIntoAFullCart() {
        // given
        CartLine known = full("A").lines().get(7);

        // when
        Cart joined = full("A")
                .taking(cart(OTHER, 10, GUEST, new CartLine(known.line().withQuantity(2), 10)));

        // then
        assertThat(joined.line(known.product()))
                .contains(new CartLine(known.line().withQuantity(3), 10));
    }

    @Test
    void piecesAddUpToTheMostThatANumberHolds() {
        // given
        CartLine many = line("A", Integer.MAX_VALUE, 10);
        CartLine few = line("A", 3, 20);

        // then
        assertThat(many.taking(few, false)).isEqualTo(line("A", Integer.MAX_VALUE, 20));
        assertThat(few.taking(many, true)).isEqualTo(line("A", Integer.MAX_VALUE, 20));
    }

    private static Cart full(String prefix) {
        List<CartLine> lines = IntStream.range(0, Cart.MAX_LINES)
                .mapToObj(number -> line(prefix + number, 1, 0))
                .toList();
        return new Cart(ID, lines, 0, ACCOUNT, Optional.empty());
    }

    private static Cart cart(CartId id, long changedAtMs, Holder holder, CartLine... lines) {
        return new Cart(id, List.of(lines), changedAtMs, holder, Optional.empty());
    }

    private static CartLine line(String product, int pieces, long changedAtMs) {
        return new CartLine(Line.of(product, pieces), changedAtMs);
    }
}
