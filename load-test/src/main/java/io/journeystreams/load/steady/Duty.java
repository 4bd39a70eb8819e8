package io.journeystreams.load.steady;

import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which outputs an event must bring (rules G2 to G4, and when pictures are renewed). Less than all that it may bring: only what
 * can be told without the rules.
 *
 * <ul>
 *   <li>A mission moves with a visitor's first event, with the first product after that or after an order, and with an order.
 *   <li>The picture is renewed with every product added and every order, from the second event on: with the first, the device is
 *       handed over to its customer, which renews the picture too.
 * </ul>
 *
 * For one thread.
 */
final class Duty {

    private final BitSet seen = new BitSet();
    private final BitSet decided = new BitSet();

    /** Whether the visitor has done nothing before. */
    boolean isFirst(ShopEvent event) {
        return !seen.get(event.device());
    }

    /** @param event in the order of each visitor's events */
    Set<OutputKind> of(ShopEvent event) {
        boolean isFirst = isFirst(event);
        seen.set(event.device());
        boolean buys = event.kind() == Kind.ORDER_PLACED;
        boolean adds = event.kind() == Kind.PRODUCT_ADDED;
        boolean decides = adds && !decided.get(event.device());
        decided.set(event.device(), adds || (!buys && decided.get(event.device())));
        Set<OutputKind> due = EnumSet.noneOf(OutputKind.class);
        if (isFirst || decides || buys) {
            due.add(OutputKind.STAGE);
        }
        if (!isFirst && (adds || buys)) {
            due.add(OutputKind.PICTURE);
        }
        return due;
    }
}
