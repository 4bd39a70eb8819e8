package io.journeystreams.load.generator;

import io.journeystreams.contracts.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One visitor and what they do, from one step to the next. Time is milliseconds after the run began. A player knows what is in
 * the cart, so that what is bought, taken out or paid makes sense, most of the time.
 */
final class Player {
    private final String name;
    private final SplittableRandom random;
    private final boolean namesCarts;
    private final double laggingOrders;
    private final long clockErrorMs;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, Integer> cart = new LinkedHashMap<>();
    private final Map<String, Integer> cartOfTheAccount = new LinkedHashMap<>();
    private String device;
    private @Nullable String customer;
    private long nowMs;
    private int carts;
    private int cartInUse;
    private int accountsCart;
    private int tills;
    private int orders;
    private boolean atTill;

    Player(
            String name,
            SplittableRandom random,
            boolean namesCarts,
            long fromMs,
            long clockErrorMs,
            double laggingOrders) {
        this.name = name;
        this.random = random;
        this.device = "d-" + name;
        this.nowMs = fromMs;
        this.clockErrorMs = clockErrorMs;
        this.laggingOrders = laggingOrders;
        this.namesCarts = namesCarts;
    }

    List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    long nowMs() {
        return nowMs;
    }

    /** Goes on on that device, as that customer or as nobody. */
    void becomes(String onDevice, @Nullable String asCustomer) {
        device = onDevice;
        customer = asCustomer;
    }

    /** Goes on on that device as nobody, with another cart; the account keeps its own. */
    void becomesAGuest(String onDevice) {
        becomes(onDevice, null);
        accountsCart = cartInUse;
        cartOfTheAccount.clear();
        cartOfTheAccount.putAll(cart);
        takesANewCart();
        atTill = false;
    }

    /** Logs in and goes on with the cart of the account, into which the guest's has gone (A9). */
    void comesBack(String asCustomer) {
        logsIn(asCustomer);
        cartOfTheAccount.forEach((product, quantity) -> cart.merge(product, quantity, Integer::sum));
        cartInUse = accountsCart;
        atTill = false;
    }

    void waits(long fromMs, long toMs) {
        nowMs += random.nextLong(fromMs, toMs);
    }

    /** Shops for one visit: looks, fills a cart or goes on with one, and leaves it wherever they lose interest. */
    void visits() {
        looks();
        if (random.nextInt(10) < 2) {
            return;
        }
        if (cart.isEmpty() || random.nextInt(10) < 7) {
            fills();
        }
        if (random.nextInt(10) < 2) {
            changesTheCart();
        }
        if (random.nextInt(10) < 5) {
            return;
        }
        goesToTheTill();
        int end = random.nextInt(10);
        if (end < 3) {
            failsToPay();
        }
        if (end > 4) {
            buys();
        }
    }

    /** A purchase that they may have come back for, or have made by telephone. */
    void buys() {
        waits(100, 1500);
        orders++;
        String order = "o-" + name + "-" + orders;
        List<Line> bought = random.nextInt(4) == 0 ? someOfTheCart() : allOfTheCart();
        int named = random.nextInt(10);
        List<Line> lines = named < 6 ? bought : List.of();
        String cartId = named < 8 && named > 3 ? cartId() : null;
        boolean byCrm = customer != null && random.nextDouble() < laggingOrders;
        if (byCrm) {
            long lag = random.nextLong(0, 18_000);
            tell(true, lag, "order_placed", cartId, null, order, lines, Map.of());
        } else {
            tell(false, 0, "order_placed", cartId, till(), order, lines, Map.of());
            if (customer != null && random.nextInt(3) == 0) {
                String type = random.nextBoolean() ? "order_placed" : "order_paid";
                tell(true, random.nextLong(0, 9_000), type, null, null, order, lines, Map.of());
            }
        }
        bought.forEach(line -> cart.remove(line.getProductId()));
        if (cart.isEmpty() || cartId != null) {
            takesANewCart();
        }
        atTill = false;
    }

    /** Says who they are; the device is linked from then on (I2). */
    void logsIn(String asCustomer) {
        waits(100, 1000);
        customer = asCustomer;
        boolean withAddress = random.nextBoolean();
        Map<String, String> said = withAddress ? Map.of("email", Canary.EMAIL, "phone", Canary.PHONE) : Map.of();
        tell(false, 0, "identified", null, null, null, List.of(), said);
    }

    void logsOut() {
        waits(100, 1000);
        tell(false, 0, "logged_out", null, null, null, List.of(), Map.of());
    }

    /** Told by the CRM about this player. */
    void crmTells(String type, Map<String, String> said) {
        tell(true, random.nextLong(0, 400), type, null, null, null, List.of(), said);
    }

    private void looks() {
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            waits(50, 1500);
            tell(false, 0, "page_viewed", null, null, null, List.of(), Map.of("email", Canary.EMAIL));
        }
    }

    private void fills() {
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            waits(50, 1200);
            String product = "p" + random.nextInt(40);
            int quantity = random.nextInt(1, 3);
            cart.merge(product, quantity, Integer::sum);
            tell(false, 0, "product_added", cartId(), null, null, List.of(line(product, quantity)), Map.of());
        }
        atTill = false;
    }

    private void changesTheCart() {
        waits(50, 1500);
        switch (random.nextInt(4)) {
            case 0 -> {
                cart.clear();
                tell(false, 0, "cart_updated", cartId(), null, null, List.of(), Map.of());
            }
            case 1 -> tell(false, 0, "cart_viewed", cartId(), null, null, allOfTheCart(), Map.of());
            default -> {
                List<Line> some = someOfTheCart();
                some.forEach(line -> cart.remove(line.getProductId()));
                tell(false, 0, "product_removed", cartId(), null, null, some, Map.of());
            }
        }
    }

    private void goesToTheTill() {
        waits(100, 1500);
        tills++;
        atTill = true;
        tell(false, 0, "checkout_started", cartId(), till(), null, List.of(), Map.of());
        if (random.nextBoolean()) {
            waits(100, 1500);
            Map<String, String> step = Map.of("checkout_step", "address", "email", Canary.EMAIL);
            tell(false, 0, "checkout_step_completed", cartId(), till(), null, List.of(), step);
        }
    }

    private void failsToPay() {
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            waits(100, 1000);
            Map<String, String> error = Map.of("error", "do_not_honor", "error_hardness", "soft");
            tell(false, 0, "payment_failed", cartId(), till(), null, List.of(), error);
        }
    }

    private @Nullable String cartId() {
        return namesCarts ? "k-" + name + "-" + cartInUse : null;
    }

    private @Nullable String till() {
        return atTill ? "t-" + name + "-" + tills : null;
    }

    private void takesANewCart() {
        cart.clear();
        cartInUse = ++carts;
    }

    private List<Line> allOfTheCart() {
        List<Line> lines = new ArrayList<>();
        cart.forEach((product, quantity) -> lines.add(line(product, quantity)));
        return lines;
    }

    private List<Line> someOfTheCart() {
        List<Line> all = allOfTheCart();
        return all.isEmpty() ? all : all.subList(0, random.nextInt(1, all.size() + 1));
    }

    private static Line line(String product, int quantity) {
        return Line.newBuilder()
                .setProductId(product)
                .setName("Product " + product)
                .setQuantity(quantity)
                .setUnitPrice(new java.math.BigDecimal(product.substring(1) + ".5000"))
                .setCurrency("EUR")
                .build();
    }

    private void tell(
            boolean crm,
            long lagMs,
            String type,
            @Nullable String cartId,
            @Nullable String checkoutId,
            @Nullable String orderId,
            List<Line> lines,
            Map<String, String> attributes) {
        happenings.add(new Happening(
                nowMs,
                crm ? 0 : clockErrorMs,
                crm,
                lagMs,
                "e-" + name + "-" + happenings.size(),
                type,
                crm ? null : device,
                customer,
                cartId,
                checkoutId,
                orderId,
                lines,
                attributes));
    }
}
