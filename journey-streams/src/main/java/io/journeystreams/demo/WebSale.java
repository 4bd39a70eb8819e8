package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentKind;
import java.util.Optional;

/** From the cart through the till to the parcel, or to the call of somebody who could not pay. */
final class WebSale {

    private static final int COMPLAINS_PERCENT = 35;
    private static final int RETURNS_PERCENT = 40;

    private final Diary diary;
    private final VisitScript shop;
    private final Till till;
    private final ServiceDesk service;
    private final AfterSale afterSale;
    private final ComingBack comingBack;

    WebSale(Diary diary, VisitScript shop, Till till, ServiceDesk service, ComingBack comingBack) {
        this.diary = diary;
        this.shop = shop;
        this.till = till;
        this.service = service;
        this.afterSale = new AfterSale(diary, service);
        this.comingBack = comingBack;
    }

    /** Returns what is left behind by somebody who could not pay. */
    Optional<LeftBehind> buy() {
        till.enter(shop.basket());
        return pay();
    }

    Optional<LeftBehind> pay() {
        if (!till.pay(shop.basket())) {
            return giveUp();
        }
        afterSale.follow(shop.basket());
        return Optional.empty();
    }

    Optional<LeftBehind> buyAndSendBack() {
        till.enter(shop.basket());
        if (!till.pay(shop.basket())) {
            return giveUp();
        }
        afterSale.sendBack(shop.basket());
        return Optional.empty();
    }

    private Optional<LeftBehind> giveUp() {
        Optional<LeftBehind> left = LeftBehind.now(AbandonmentKind.PAYMENT_FAILED, diary);
        if (diary.shopper().customerId().isPresent()) {
            complain();
            if (comingBack.happensAfter(DemoRules.PAYMENT_DELAY, RETURNS_PERCENT)) {
                till.enter(shop.basket()).payBy(PaymentMethod.PAYPAL, shop.basket());
                afterSale.follow(shop.basket());
            }
        }
        return left;
    }

    private void complain() {
        if (Drawing.isOneIn(COMPLAINS_PERCENT, diary.random())) {
            service.ask(diary.random().nextBoolean() ? ServiceChannel.CALL : ServiceChannel.CHAT, "payment");
        }
    }
}
