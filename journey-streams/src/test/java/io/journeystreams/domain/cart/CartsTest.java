package io.journeystreams.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of a customer's carts stay known, and under which name (rules A8, A9). */
class CartsTest {

    @Test
    void asManyCartsAndLinesAsAProfileMayHoldAreNotTooMany() {
        // given
        Carts many = new Carts(filled(Carts.MAX_CARTS, 1));
        Carts large = new Carts(filled(Carts.MAX_LINES / Cart.MAX_LINES, Cart.MAX_LINES));

        // then
        assertThat(many.areTooMany()).isFalse();
        assertThat(large.areTooMany()).isFalse();
        assertThat(many.bounded()).isEqualTo(many);
        assertThat(large.bounded()).isEqualTo(large);
        assertThat(many.with(filled("more", 1, 0)).areTooMany()).isTrue();
        assertThat(large.with(filled("more", 1, 0)).areTooMany()).isTrue();
    }

    @Test
    void emptyCartsGoBeforeOtherNamesAndTheseBeforeFullOnes() {
        // given: the fuller, the longer ago
        List<Cart> carts = filled(Carts.MAX_CARTS, 1);
        carts.add(name("name", "cart0", 1_000));
        carts.add(empty("empty", 2_000));

        // when
        Carts one = new Carts(carts.subList(1, carts.size())).bounded();
        Carts two = new Carts(carts).bounded();

        // then
        assertThat(one.carts()).isEqualTo(carts.subList(1, Carts.MAX_CARTS + 1));
        assertThat(two.carts()).isEqualTo(carts.subList(0, Carts.MAX_CARTS));
    }

    @Test
    void otherNamesAreEmptyAndStayLongerThanCartsThatWereEmptied() {
        // given
        List<Cart> carts = filled(Carts.MAX_CARTS - 1, 1);
        carts.add(name("name", "cart0", 1));
        carts.add(empty("emptied later", 2));

        // then
        assertThat(new Carts(carts).bounded().carts()).isEqualTo(carts.subList(0, Carts.MAX_CARTS));
    }

    @Test
    void ofCartsLikeEachOtherTheOneGoesThatHasNotChangedForLongest() {
        // given
        List<Cart> carts = filled(Carts.MAX_CARTS, 1);
        carts.add(filled("oldest", 1, -1));

        // then
        assertThat(new Carts(carts).bounded().carts()).isEqualTo(carts.subList(0, Carts.MAX_CARTS));
    }

    @Test
    void ofCartsChangedAtOneMomentTheFirstByNameGoes() {
        // given
        List<Cart> carts = filled(Carts.MAX_CARTS - 1, 1);
        carts.add(0, filled("b", 1, -1));
        carts.add(filled("a", 1, -1));

        // then
        assertThat(new Carts(carts).bounded().carts()).isEqualTo(carts.subList(0, Carts.MAX_CARTS));
    }

    @Test
    void cartsWithoutLinesStayWhereThereAreTooManyLines() {
        // given
        Cart name = name("name", "new", 0);
        Cart old = filled("old", Cart.MAX_LINES, 10);
        Cart newer = filled("new", Cart.MAX_LINES, 20);
        Cart small = filled("small", 1, 15);

        // then
        assertThat(new Carts(List.of(name, old, newer, small)).bounded().carts())
                .containsExactly(name, newer, small);
    }

    @Test
    void theCartLastChangedIsOneWithSomethingInIt() {
        // given
        Carts carts = new Carts(List.of(filled("old", 1, 10), filled("new", 1, 20), empty("emptied", 30)));

        // then
        assertThat(carts.lastChanged()).contains(new CartId("new"));
        assertThat(new Carts(List.of(empty("emptied", 30))).lastChanged()).isEmpty();
    }

    @Test
    void cartsOfTwoProfilesAreEachThereOnce() {
        // given
        Carts one = new Carts(List.of(filled("ours", 1, 10), filled("both", 1, 10)));
        Carts other = new Carts(List.of(filled("both", 2, 20), filled("theirs", 1, 20)));

        // then
        assertThat(one.union(other).carts())
                .containsExactlyInAnyOrder(filled("ours", 1, 10), filled("both", 2, 20), filled("theirs", 1, 20));
    }

    @Test
    void emptyCartsAreForgottenWhenNobodyHasChangedThemSince() {
        // given
        Cart filled = filled("filled", 1, 0);
        Cart fresh = empty("fresh", 100);
        Cart stale = empty("stale", 99);

        // then
        assertThat(new Carts(List.of(filled, fresh, stale))
                        .forgetEmptyBefore(100)
                        .carts())
                .containsExactly(filled, fresh);
    }

    @Test
    void otherNameStaysForAsLongAsTheCartThatItNames() {
        // given
        Cart filled = filled("filled", 1, 0);
        Cart name = name("name", "filled", 0);
        Cart nameOfName = name("name of name", "name", 0);
        Cart gone = empty("gone", 0);
        Cart nameOfGone = name("name of gone", "gone", 0);
        Cart nameOfUnknown = name("name of unknown", "unknown", 0);

        // then
        assertThat(new Carts(List.of(filled, name, nameOfName, gone, nameOfGone, nameOfUnknown))
                        .forgetEmptyBefore(100)
                        .carts())
                .containsExactly(filled, name, nameOfName);
    }

    @Test
    void cartGoesByTheNameOfTheOneIntoWhichItWent() {
        // given
        Carts carts = new Carts(List.of(name("c", "b", 0), name("b", "a", 0), filled("a", 1, 0)));

        // then
        assertThat(carts.named(new CartId("c"))).isEqualTo(new CartId("a"));
        assertThat(carts.named(new CartId("a"))).isEqualTo(new CartId("a"));
        assertThat(carts.named(new CartId("unknown"))).isEqualTo(new CartId("unknown"));
    }

    private static List<Cart> filled(int carts, int lines) {
        return new ArrayList<>(IntStream.range(0, carts)
                .mapToObj(number -> filled("cart" + number, lines, number))
                .toList());
    }

    private static Cart filled(String id, int lines, long changedAtMs) {
        return cart(id, lines, changedAtMs, Optional.empty());
    }

    private static Cart empty(String id, long changedAtMs) {
        return cart(id, 0, changedAtMs, Optional.empty());
    }

    private static Cart name(String id, String into, long changedAtMs) {
        return cart(id, 0, changedAtMs, Optional.of(new CartId(into)));
    }

    private static Cart cart(String id, int lines, long changedAtMs, Optional<CartId> mergedInto) {
        List<CartLine> goods = IntStream.range(0, lines)
                .mapToObj(number -> new CartLine(Line.of("p" + number, 1), changedAtMs))
                .toList();
        return new Cart(new CartId(id), goods, changedAtMs, Holder.NOBODY, mergedInto);
    }
}
