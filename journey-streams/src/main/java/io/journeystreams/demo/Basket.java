package io.journeystreams.demo;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The cart of one shopping, from the first thing in it to the order. */
final class Basket {

    private final Shopper shopper;
    private final String number;
    private final List<Line> lines = new ArrayList<>();

    /** @param shopping from 1, different for every shopping of the shopper */
    Basket(Shopper shopper, int shopping) {
        this.shopper = shopper;
        this.number = shopper.number() + (shopping == 1 ? "" : "-" + shopping);
    }

    String cartId() {
        return "cart-" + number;
    }

    String checkoutId() {
        return "checkout-" + number;
    }

    String orderId() {
        return "order-" + number;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    void add(Line line) {
        lines.add(line);
    }

    void remove(Line line) {
        lines.remove(line);
    }

    Purchase purchase(List<Line> bought) {
        return new Purchase(
                shopper.profile(),
                orderId(),
                bought.stream().map(Line::getProductId).collect(Collectors.toSet()));
    }

    BigDecimal total() {
        return totalOf(lines);
    }

    /** At the till of the web shop. */
    ClickstreamEvent.Builder atTill(ClickstreamEvent.Builder event) {
        return event.setCartId(cartId())
                .setCheckoutId(checkoutId())
                .setTotal(total())
                .setCurrency(Product.CURRENCY)
                .setPage(Diary.page("/checkout"));
    }

    static BigDecimal totalOf(List<Line> lines) {
        return Product.amount(lines.stream()
                .map(line -> line.getUnitPrice().multiply(BigDecimal.valueOf(line.getQuantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
