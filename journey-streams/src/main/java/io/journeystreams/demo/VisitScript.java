package io.journeystreams.demo;

import io.journeystreams.contracts.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one shopper does among products and cart, step by step. Nobody comes back to a product but who is meant to. */
final class VisitScript {

    private static final List<String> QUERIES =
            List.of("umbrella", "garden gnome", "bread maker", "pizza stone", "fondue set");

    private final Diary diary;
    private final List<Product> unseen = new ArrayList<>(Product.CATALOGUE);
    private int shoppings = 1;
    private Basket basket;

    VisitScript(Diary diary) {
        this.diary = diary;
        this.basket = new Basket(diary.shopper(), shoppings);
        Collections.shuffle(unseen, diary.random());
    }

    Basket basket() {
        return basket;
    }

    /** Something that the shopper has not seen yet. */
    Product unseen() {
        return unseen.remove(unseen.size() - 1);
    }

    /** Who is logged in is known by an address as well: that is where a reminder goes. */
    VisitScript arrive() {
        diary.web(diary.click("page_viewed").setPage(Diary.page("/")));
        diary.shopper()
                .email()
                .ifPresent(email -> diary.web(diary.click("identified").setAttributes(Map.of("email", email))));
        return this;
    }

    /** Comes by a link in a mail. */
    VisitScript arriveByEmail() {
        diary.comesBy(EntryChannel.EMAIL);
        diary.crm(diary.record("email_clicked", diary.nowMs()).setChannel(EntryChannel.EMAIL.text()));
        diary.shortPause();
        return arrive();
    }

    /** What follows belongs to another cart. */
    VisitScript shopAnew() {
        shoppings++;
        basket = new Basket(diary.shopper(), shoppings);
        return this;
    }

    VisitScript look(int products) {
        for (int i = 0; i < products; i++) {
            look(unseen());
        }
        return this;
    }

    VisitScript lookTwice() {
        Product liked = unseen();
        look(liked);
        look(1);
        look(liked);
        return this;
    }

    VisitScript searchInVain(int queries) {
        List<String> wishes = new ArrayList<>(QUERIES);
        Collections.shuffle(wishes, diary.random());
        for (String query : wishes.subList(0, queries)) {
            diary.shortPause();
            diary.web(diary.click("product_searched")
                    .setAttributes(Map.of("query", query, "results", "0"))
                    .setPage(Diary.page("/search")));
        }
        return this;
    }

    VisitScript fillCart(int products) {
        for (int i = 0; i < products; i++) {
            Product product = unseen();
            look(product);
            diary.shortPause();
            add(product.line(1 + diary.random().nextInt(2)));
        }
        return this;
    }

    VisitScript emptyCart() {
        for (Line line : basket.lines()) {
            diary.shortPause();
            diary.web(diary.click("product_removed").setCartId(basket.cartId()).setLines(List.of(line)));
            basket.remove(line);
        }
        return this;
    }

    /** From the cart to other products, and back to the cart with one of them. */
    VisitScript goBackToProducts() {
        return look(2).fillCart(1);
    }

    /**
     * Buys at the till of the store.
     *
     * @param newsAfter how long the CRM takes to tell
     */
    VisitScript buyInStore(List<Line> lines, Duration newsAfter) {
        diary.crm(
                diary.record("order_placed", diary.nowMs())
                        .setChannel("store")
                        .setOrderId(basket.orderId())
                        .setLines(List.copyOf(lines))
                        .setTotal(Basket.totalOf(lines))
                        .setCurrency(Product.CURRENCY),
                diary.nowMs() + newsAfter.toMillis(),
                Optional.of(basket.purchase(lines)));
        return this;
    }

    private void look(Product product) {
        diary.shortPause();
        diary.web(
                diary.click("product_viewed").setLines(List.of(product.line(1))).setPage(Diary.page(product.path())));
    }

    private void add(Line line) {
        basket.add(line);
        diary.web(diary.click("product_added").setCartId(basket.cartId()).setLines(List.of(line)));
    }
}
