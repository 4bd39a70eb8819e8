package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentKind;
import java.time.Duration;
import java.util.Optional;

/** Plays a plan through to its end, and knows what it leaves behind first. */
final class Storyline {

    private static final Duration NO_TIME = Duration.ZERO;
    /** How much earlier than the end of a delay a purchase that prevents the reminder is made. */
    private static final Duration IN_TIME_LEAST = Duration.ofSeconds(2);

    private static final Duration IN_TIME_MOST = Duration.ofSeconds(5);
    private static final Duration AGAIN_LEAST = Duration.ofSeconds(30);
    private static final Duration AGAIN_MOST = Duration.ofSeconds(70);
    /** From the first news of somebody who is silent until that is unusual. */
    private static final Duration UNTIL_SILENT = Duration.ofSeconds(5);

    private static final int EVERYBODY = 100;
    private static final int WON_BACK_PERCENT = 40;

    private final Diary diary;
    private final VisitScript shop;
    private final Till till;
    private final ServiceDesk service;
    private final ComingBack comingBack;
    private final WebSale sale;
    private final PastOrders past;
    private final CoffeeContract coffee;

    /** @param isReminded false: belongs to those whose reminders are withheld */
    Storyline(Diary diary, CardProvider provider, boolean isReminded) {
        this.diary = diary;
        this.shop = new VisitScript(diary);
        this.till = new Till(diary, provider);
        this.service = new ServiceDesk(diary, provider);
        this.comingBack = new ComingBack(diary, shop, isReminded);
        this.sale = new WebSale(diary, shop, till, service, comingBack);
        this.past = new PastOrders(diary, shop);
        this.coffee = new CoffeeContract(diary, provider);
    }

    /** Returns what is left behind for the first time: of that the shopper is to be reminded. */
    Optional<LeftBehind> play(Plan plan) {
        return switch (plan) {
            case GOES_SILENT -> goSilent();
            case SUBSCRIBES -> subscribe();
            default -> visit(plan);
        };
    }

    private Optional<LeftBehind> visit(Plan plan) {
        if (diary.shopper().standing() == Standing.REGULAR) {
            past.ofLate();
        }
        shop.arrive().look(upTo(0, 3));
        return switch (plan) {
            case LOOKS_ONLY -> look();
            case LOOKS_TWICE -> lookTwice();
            case SEARCHES_IN_VAIN -> searchInVain();
            case EMPTIES_CART -> emptyCart();
            case LEAVES_CART -> leaveCart(upTo(1, 3));
            case GOES_BACK_AND_LEAVES -> goBackAndLeave();
            case LEAVES_CHECKOUT -> leaveTill();
            case TILL_BREAKS -> leaveBrokenTill();
            case CARD_DECLINED -> leavePayment();
            case BUYS_ON_WEB -> buy(upTo(1, 3));
            case CARD_DECLINED_THEN_BUYS -> buyAfterDecline();
            case GOES_BACK_AND_BUYS -> goBackAndBuy();
            case ASKS_AND_BUYS -> askAndBuy();
            case SENDS_BACK -> buyAndSendBack();
            case COMES_AGAIN -> comeAgain();
            case BUYS_IN_STORE -> buyInStore(NO_TIME);
            case BUYS_IN_STORE_NEWS_LATE -> buyInStoreNewsLate();
            case BUYS_PART_IN_STORE -> buyPartInStore();
            case BUYS_AFTER_REMINDER -> buyAfterReminder();
            case GOES_SILENT, SUBSCRIBES -> throw new IllegalArgumentException(plan + " is no visit");
        };
    }

    private Optional<LeftBehind> look() {
        shop.look(upTo(2, 4));
        return LeftBehind.nothing();
    }

    private Optional<LeftBehind> lookTwice() {
        shop.lookTwice();
        return left(AbandonmentKind.BROWSE);
    }

    private Optional<LeftBehind> searchInVain() {
        shop.searchInVain(upTo(1, 2));
        return left(AbandonmentKind.SEARCH);
    }

    private Optional<LeftBehind> emptyCart() {
        shop.fillCart(upTo(1, 2)).emptyCart();
        return LeftBehind.nothing();
    }

    private Optional<LeftBehind> leaveCart(int products) {
        shop.fillCart(products);
        return left(AbandonmentKind.CART);
    }

    private Optional<LeftBehind> goBackAndLeave() {
        shop.fillCart(1).goBackToProducts();
        return left(AbandonmentKind.CART);
    }

    private Optional<LeftBehind> leaveTill() {
        till.enter(shop.fillCart(upTo(1, 2)).basket());
        return left(AbandonmentKind.CHECKOUT);
    }

    private Optional<LeftBehind> leaveBrokenTill() {
        till.enter(shop.fillCart(upTo(1, 2)).basket()).err(shop.basket()).err(shop.basket());
        return left(AbandonmentKind.CHECKOUT);
    }

    private Optional<LeftBehind> leavePayment() {
        till.enter(shop.fillCart(1).basket()).decline(shop.basket());
        return left(AbandonmentKind.PAYMENT_FAILED);
    }

    private Optional<LeftBehind> buy(int products) {
        shop.fillCart(products);
        return sale.buy();
    }

    private Optional<LeftBehind> buyAfterDecline() {
        till.enter(shop.fillCart(1).basket()).decline(shop.basket());
        return sale.pay();
    }

    private Optional<LeftBehind> goBackAndBuy() {
        till.enter(shop.fillCart(1).goBackToProducts().basket());
        shop.goBackToProducts();
        return sale.buy();
    }

    private Optional<LeftBehind> askAndBuy() {
        shop.look(upTo(1, 2));
        service.chatBeforeBuying();
        return buy(upTo(1, 2));
    }

    private Optional<LeftBehind> buyAndSendBack() {
        shop.fillCart(upTo(1, 2));
        return sale.buyAndSendBack();
    }

    private Optional<LeftBehind> comeAgain() {
        Optional<LeftBehind> left = buy(upTo(1, 2));
        if (left.isPresent()) {
            return left;
        }
        diary.pause(AGAIN_LEAST, AGAIN_MOST);
        diary.comesBy(EntryChannel.DIRECT);
        shop.shopAnew().arrive();
        return diary.random().nextBoolean() ? buy(upTo(1, 2)) : leaveCart(1);
    }

    private Optional<LeftBehind> buyInStore(Duration newsAfter) {
        shop.fillCart(upTo(1, 2));
        diary.pause(IN_TIME_LEAST, IN_TIME_MOST);
        shop.buyInStore(shop.basket().lines(), newsAfter);
        return LeftBehind.nothing();
    }

    private Optional<LeftBehind> buyInStoreNewsLate() {
        buyInStore(DemoRules.CART_DELAY.plus(ComingBack.LEAST));
        return left(AbandonmentKind.CART);
    }

    private Optional<LeftBehind> buyPartInStore() {
        shop.fillCart(2);
        diary.pause(IN_TIME_LEAST, IN_TIME_MOST);
        shop.buyInStore(shop.basket().lines().subList(0, 1), NO_TIME);
        return left(AbandonmentKind.CART);
    }

    private Optional<LeftBehind> buyAfterReminder() {
        Optional<LeftBehind> left = leaveCart(upTo(1, 2));
        if (comingBack.happensAfter(DemoRules.CART_DELAY, EVERYBODY)) {
            Optional<LeftBehind> unused = sale.buy(); // nobody is reminded twice in a day
        }
        return left;
    }

    private Optional<LeftBehind> goSilent() {
        past.silentEnoughAt(diary.nowMs() + UNTIL_SILENT.toMillis());
        if (!Drawing.isOneIn(WON_BACK_PERCENT, diary.random())) {
            return LeftBehind.nothing();
        }
        Duration alerted = UNTIL_SILENT.plus(DemoRules.CHURN_HOLD);
        diary.pause(alerted.plus(ComingBack.LEAST), alerted.plus(ComingBack.MOST));
        shop.arriveByEmail();
        return buy(1);
    }

    private Optional<LeftBehind> subscribe() {
        coffee.renewOrCancel();
        return LeftBehind.nothing();
    }

    private Optional<LeftBehind> left(AbandonmentKind kind) {
        return LeftBehind.now(kind, diary);
    }

    private int upTo(int least, int most) {
        return least + diary.random().nextInt(most - least + 1);
    }
}
