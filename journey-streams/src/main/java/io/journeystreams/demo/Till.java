package io.journeystreams.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The till of the web shop: steps to the payment, payments that fail, and the order. */
final class Till {

    /** What banks answer when they decline a card. */
    private static final List<String> DECLINES =
            List.of("insufficient_funds", "authentication_required", "do_not_honor", "expired_card");

    private static final List<String> ERRORS = List.of("address_not_found", "shipping_unavailable", "timeout");
    private static final int ERROR_PERCENT = 4;
    private static final int TRIES = 3;
    private static final int TRIES_AGAIN_PERCENT = 35;
    private static final int PAYS_OTHERWISE_PERCENT = 35;
    private static final Duration CRM_LEAST = Duration.ofSeconds(1);
    private static final Duration CRM_MOST = Duration.ofSeconds(3);

    private final Diary diary;
    private final CardProvider provider;

    Till(Diary diary, CardProvider provider) {
        this.diary = diary;
        this.provider = provider;
    }

    /** Now and then the till makes a mistake, and the shopper tries again. */
    Till enter(Basket basket) {
        step(basket, "checkout_started", Map.of());
        if (Drawing.isOneIn(ERROR_PERCENT, diary.random())) {
            err(basket);
        }
        return step(basket, "checkout_step_completed", Map.of("checkout_step", "shipping"));
    }

    Till err(Basket basket) {
        String error = ERRORS.get(diary.random().nextInt(ERRORS.size()));
        return step(basket, "checkout_error", Map.of("error", error, "checkout_step", "shipping"));
    }

    /** The bank declines, whoever passes the card on. */
    Till decline(Basket basket) {
        return fail(basket, DECLINES.get(diary.random().nextInt(DECLINES.size())));
    }

    /** By any method. If the provider fails, some try again and some pay in another way; false: the shopper gives up. */
    boolean pay(Basket basket) {
        PaymentMethod method = PaymentMethod.any(diary.random());
        for (int tries = 1; method == PaymentMethod.CARD; tries++) {
            if (provider.takes(diary.nowMs(), diary.random())) {
                break;
            }
            fail(basket, CardProvider.ERROR);
            if (Drawing.isOneIn(PAYS_OTHERWISE_PERCENT, diary.random())) {
                method = PaymentMethod.PAYPAL;
            } else if (tries == TRIES || !Drawing.isOneIn(TRIES_AGAIN_PERCENT, diary.random())) {
                return false;
            }
        }
        payBy(method, basket);
        return true;
    }

    /** Of somebody who is logged in the CRM hears too, a little later. */
    void payBy(PaymentMethod method, Basket basket) {
        Map<String, String> paid = Map.of("payment_method", method.text());
        diary.shortPause();
        diary.web(basket.atTill(diary.click("payment_succeeded"))
                .setOrderId(basket.orderId())
                .setAttributes(paid));
        Optional<Purchase> purchase = Optional.of(basket.purchase(basket.lines()));
        diary.web(
                basket.atTill(diary.click("order_placed"))
                        .setOrderId(basket.orderId())
                        .setLines(basket.lines())
                        .setAttributes(paid),
                purchase);
        if (diary.shopper().customerId().isPresent()) {
            diary.crm(
                    diary.record("order_placed", diary.nowMs())
                            .setOrderId(basket.orderId())
                            .setLines(basket.lines())
                            .setTotal(basket.total())
                            .setCurrency(Product.CURRENCY)
                            .setAttributes(paid),
                    diary.nowMs() + diary.between(CRM_LEAST, CRM_MOST),
                    purchase);
        }
    }

    private Till fail(Basket basket, String error) {
        return step(basket, "payment_failed", Map.of("error", error, "payment_method", PaymentMethod.CARD.text()));
    }

    private Till step(Basket basket, String type, Map<String, String> attributes) {
        diary.shortPause();
        diary.web(basket.atTill(diary.click(type)).setAttributes(attributes));
        return this;
    }
}
