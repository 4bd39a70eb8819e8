package io.journeystreams.demo;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes down what one shopper does, step by step; time goes on with every {@link #pause}. */
final class VisitScript {

    private static final String SITE = "https://shop.example";

    private final Shopper shopper;
    private final Random random;
    private final List<Sending> sendings = new ArrayList<>();
    private final List<Line> cart = new ArrayList<>();
    private long nowMs;
    private long lastActivityMs;
    private int events;

    VisitScript(Shopper shopper, long startMs, Random random) {
        this.shopper = shopper;
        this.nowMs = startMs;
        this.random = random;
    }

    List<Sending> sendings() {
        return List.copyOf(sendings);
    }

    /** The last time the shopper did something on a device of their own, epoch milliseconds. */
    long lastActivityMs() {
        return lastActivityMs;
    }

    /** What is in the cart. */
    List<Line> cart() {
        return List.copyOf(cart);
    }

    VisitScript pause(Duration least, Duration most) {
        nowMs += least.toMillis() + random.nextInt((int) most.minus(least).toMillis() + 1);
        return this;
    }

    /** Who is logged in is known by an address as well: that is where a reminder goes. */
    VisitScript arrive() {
        web(click("page_viewed").setPage(page(SITE + "/")));
        shopper.email().ifPresent(email -> web(click("identified").setAttributes(Map.of("email", email))));
        return this;
    }

    VisitScript look(int products) {
        for (int i = 0; i < products; i++) {
            look(Product.any(random));
        }
        return this;
    }

    VisitScript fillCart(int products) {
        List<Product> shelf = new ArrayList<>(Product.CATALOGUE);
        Collections.shuffle(shelf, random);
        for (Product product : shelf.subList(0, products)) {
            look(product);
            shortPause();
            add(product.line(1 + random.nextInt(2)));
        }
        return this;
    }

    VisitScript emptyCart() {
        for (Line line : cart()) {
            shortPause();
            web(click("product_removed").setCartId(shopper.cartId()).setLines(List.of(line)));
            cart.remove(line);
        }
        return this;
    }

    VisitScript goToCheckout() {
        shortPause();
        web(atTill("checkout_started"));
        shortPause();
        return web(atTill("checkout_step_completed").setAttributes(Map.of("checkout_step", "shipping")));
    }

    VisitScript failToPay() {
        shortPause();
        return web(atTill("payment_failed").setAttributes(Map.of("error", "card_declined", "error_hardness", "soft")));
    }

    /** Pays at the web shop's till; of somebody who is logged in the CRM hears too, a little later. */
    VisitScript buyOnWeb() {
        shortPause();
        web(atTill("payment_succeeded"));
        Purchase purchase = purchase(cart);
        add(
                click("order_placed")
                        .setCartId(shopper.cartId())
                        .setCheckoutId(shopper.checkoutId())
                        .setOrderId(shopper.orderId())
                        .setLines(cart())
                        .setTotal(totalOf(cart))
                        .setCurrency(Product.CURRENCY)
                        .build(),
                Optional.of(purchase));
        shopper.customerId()
                .ifPresent(id -> addCrm(id, order("web", cart), 1_000 + random.nextInt(2_000), Optional.of(purchase)));
        return this;
    }

    /**
     * Buys at the till of the store.
     *
     * @param newsAfter how long the CRM takes to tell
     */
    VisitScript buyInStore(List<Line> lines, Duration newsAfter) {
        addCrm(
                shopper.customerId().orElseThrow(),
                order("store", lines),
                newsAfter.toMillis(),
                Optional.of(purchase(lines)));
        return this;
    }

    private void shortPause() {
        pause(Duration.ofMillis(400), Duration.ofMillis(1_500));
    }

    private void look(Product product) {
        shortPause();
        web(click("product_viewed").setLines(List.of(product.line(1))).setPage(page(product.url())));
    }

    private void add(Line line) {
        cart.add(line);
        web(click("product_added").setCartId(shopper.cartId()).setLines(List.of(line)));
    }

    private ClickstreamEvent.Builder atTill(String type) {
        return click(type)
                .setCartId(shopper.cartId())
                .setCheckoutId(shopper.checkoutId())
                .setTotal(totalOf(cart))
                .setCurrency(Product.CURRENCY)
                .setPage(page(SITE + "/checkout"));
    }

    private ClickstreamEvent.Builder click(String type) {
        return ClickstreamEvent.newBuilder()
                .setEventId(nextId())
                .setType(type)
                .setOccurredAt(Instant.ofEpochMilli(nowMs))
                .setAnonymousId(shopper.anonymousId())
                .setCustomerId(shopper.customerId().orElse(null))
                .setDevice(shopper.device())
                .setChannel(shopper.channel())
                .setCampaign(shopper.campaign().orElse(null));
    }

    private CrmEvent.Builder order(String channel, List<Line> lines) {
        return CrmEvent.newBuilder()
                .setEventId(nextId())
                .setType("order_placed")
                .setOccurredAt(Instant.ofEpochMilli(nowMs))
                .setCustomerId(shopper.customerId().orElse(null))
                .setDevice("server")
                .setChannel(channel)
                .setOrderId(shopper.orderId())
                .setLines(List.copyOf(lines))
                .setTotal(totalOf(lines))
                .setCurrency(Product.CURRENCY);
    }

    private VisitScript web(ClickstreamEvent.Builder event) {
        add(event.build(), Optional.empty());
        return this;
    }

    private void add(ClickstreamEvent event, Optional<Purchase> news) {
        lastActivityMs = nowMs;
        sendings.add(new Sending(nowMs, shopper.anonymousId(), event, news));
    }

    private void addCrm(String customerId, CrmEvent.Builder event, long afterMs, Optional<Purchase> news) {
        sendings.add(new Sending(nowMs + afterMs, customerId, event.build(), news));
    }

    private Purchase purchase(List<Line> lines) {
        return new Purchase(
                shopper.profile(),
                shopper.orderId(),
                lines.stream().map(Line::getProductId).collect(Collectors.toSet()));
    }

    private String nextId() {
        events++;
        return shopper.anonymousId() + "-" + events;
    }

    private static Page page(String url) {
        return Page.newBuilder().setUrl(url).build();
    }

    private static BigDecimal totalOf(List<Line> lines) {
        return Product.amount(lines.stream()
                .map(line -> line.getUnitPrice().multiply(BigDecimal.valueOf(line.getQuantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
