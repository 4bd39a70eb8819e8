package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredCart;
import io.journeystreams.contracts.StoredCartLine;
import io.journeystreams.contracts.StoredOrderStanding;
import io.journeystreams.contracts.StoredPurchase;
import io.journeystreams.domain.cart.Cart;
import io.journeystreams.domain.cart.CartLine;
import io.journeystreams.domain.cart.Holder;
import io.journeystreams.domain.cart.Purchases;
import io.journeystreams.domain.cart.Purchases.Purchase;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;

/** Carts and orders. */
final class CartCodec {

    /** The rules' number for a cart that nothing has changed yet. */
    private static final long NEVER_CHANGED = Long.MIN_VALUE;

    private CartCodec() {}

    static StoredCart store(Cart cart, ProductTable products) {
        return new StoredCart(
                products.texts().place(cart.id().value()),
                cart.lines().stream().map(line -> store(line, products)).toList(),
                Moments.storeUnless(NEVER_CHANGED, cart.changedAtMs()),
                products.texts().place(cart.holder().device().map(DeviceId::value)),
                cart.holder().guest(),
                products.texts().place(cart.mergedInto().map(CartId::value)));
    }

    private static StoredCartLine store(CartLine line, ProductTable products) {
        return new StoredCartLine(LineCodec.store(line.line(), products), Moments.store(line.changedAtMs()));
    }

    static Cart read(StoredCart stored, Products products) {
        return new Cart(
                new CartId(products.texts().at(stored.getId())),
                stored.getLines().stream().map(line -> read(line, products)).toList(),
                Moments.readOr(NEVER_CHANGED, stored.getChangedAt()),
                new Holder(products.texts().find(stored.getDevice()).map(DeviceId::new), stored.getGuest()),
                products.texts().find(stored.getMergedInto()).map(CartId::new));
    }

    private static CartLine read(StoredCartLine stored, Products products) {
        return new CartLine(LineCodec.read(stored.getLine(), products), Moments.read(stored.getChangedAt()));
    }

    static StoredPurchase store(Purchase purchase, TextTable texts) {
        return new StoredPurchase(
                texts.place(purchase.orderId().map(OrderId::value)),
                texts.place(purchase.eventId().value()),
                Moments.store(purchase.atMs()),
                purchase.isValued(),
                Codes.store(StoredOrderStanding.class, purchase.standing()));
    }

    static Purchase read(StoredPurchase stored, Texts texts) {
        return new Purchase(
                texts.find(stored.getOrderId()).map(OrderId::new),
                new EventId(texts.at(stored.getEventId())),
                Moments.read(stored.getAt()),
                stored.getIsValued(),
                Codes.read(Purchases.Standing.class, stored.getStanding()));
    }
}
