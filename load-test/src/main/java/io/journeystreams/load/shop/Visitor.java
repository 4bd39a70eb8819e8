package io.journeystreams.load.shop;

import io.journeystreams.load.shop.ShopEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A visitor on their only device, and what they have in their cart.
 *
 * <pre>
 *   shopping ── leaves a full cart ──► has left a cart ── comes back and buys it ──► only looks
 * </pre>
 *
 * Whoever has left a cart fills none again: what a second alert waits for is a rule that only the processor knows (A10). A regular
 * does, and puts more into what was left, so that they do much the same however often they come.
 */
public final class Visitor {

    private static final int PRODUCTS = 20_000;
    private static final int FEWEST_STEPS = 3;
    private static final int MOST_STEPS = 12;
    private static final int OF_TEN_VISITORS_SHOP = 4;
    private static final int OF_TEN_SHOPPERS_BUY = 5;
    private static final int OF_TEN_COME_BACK_TO_BUY = 2;

    private final int device;
    private final boolean isRegular;
    private final List<Integer> cart = new ArrayList<>();
    private int carts;
    private boolean hasLeftCart;
    private boolean onlyLooks;
    private long freeAtMs = Long.MIN_VALUE;

    private Visitor(int device, boolean isRegular) {
        this.device = device;
        this.isRegular = isRegular;
    }

    public static Visitor of(int device) {
        return new Visitor(device, false);
    }

    public static Visitor regular(int device) {
        return new Visitor(device, true);
    }

    /** Somebody who has the same behind them, on another device. */
    public Visitor twin(int otherDevice) {
        Visitor twin = new Visitor(otherDevice, isRegular);
        twin.cart.addAll(cart);
        twin.carts = carts;
        twin.hasLeftCart = hasLeftCart;
        twin.onlyLooks = onlyLooks;
        twin.freeAtMs = freeAtMs;
        return twin;
    }

    /** Has left a cart, and has not come back to buy it. */
    public boolean hasLeftCart() {
        return hasLeftCart;
    }

    public boolean isFree(long nowMs) {
        return nowMs >= freeAtMs;
    }

    /** The next visit, in the order of its events. */
    public List<ShopEvent> visit(long fromMs, SplittableRandom random) {
        Pace pace = new Pace(fromMs, random);
        List<ShopEvent> steps = new ArrayList<>();
        boolean shops = mayShop() && random.nextInt(10) < OF_TEN_VISITORS_SHOP;
        if (shops && cart.isEmpty()) {
            carts++;
        }
        for (int left = random.nextInt(FEWEST_STEPS, MOST_STEPS); left > 0; left--) {
            boolean adds = shops && random.nextInt(3) == 0;
            steps.add(adds ? adds(pace.nextMs(), random) : looks(pace.nextMs(), random));
        }
        leave(steps, pace, random);
        freeAtMs = pace.restedAtMs();
        return steps;
    }

    private boolean mayShop() {
        return isRegular || (!hasLeftCart && !onlyLooks);
    }

    private void leave(List<ShopEvent> steps, Pace pace, SplittableRandom random) {
        if (cart.isEmpty()) {
            return;
        }
        boolean buys = random.nextInt(10) < (hasLeftCart ? OF_TEN_COME_BACK_TO_BUY : OF_TEN_SHOPPERS_BUY);
        if (buys) {
            steps.add(new ShopEvent(device, pace.nextMs(), Kind.ORDER_PLACED, cart, carts));
            cart.clear();
            onlyLooks = hasLeftCart;
        }
        hasLeftCart = !buys;
    }

    private ShopEvent adds(long atMs, SplittableRandom random) {
        int product = random.nextInt(PRODUCTS);
        cart.add(product);
        return new ShopEvent(device, atMs, Kind.PRODUCT_ADDED, List.of(product), carts);
    }

    private ShopEvent looks(long atMs, SplittableRandom random) {
        Kind kind = random.nextInt(3) == 0 ? Kind.PRODUCT_VIEWED : Kind.PAGE_VIEWED;
        return new ShopEvent(device, atMs, kind, List.of(random.nextInt(PRODUCTS)), 0);
    }
}
