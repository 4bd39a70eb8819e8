package io.journeystreams.load.bench;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.load.bench.ShopEvent.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the shop's frontend would send its events: about 300 bytes each. */
public final class Wire {

    /** Devices that only show how late it is have names that begin so. */
    static final String SIGN = "sign-of-life-";

    private static final String BROWSER = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile";
    private static final int OF_TEN_LOGGED_IN = 7;

    private Wire() {}

    /** The device's {@code anonymousId}. */
    public static String deviceId(int device) {
        return new UUID(0x3f2b8c1e7d4a4c55L, 0x9e10000000000000L + device).toString();
    }

    /** @param number of the event in the log: its id derives from it */
    public static ClickstreamEvent event(ShopEvent event, long number) {
        return builder(event.kind().type(), deviceId(event.device()), event.atMs(), number)
                .setCustomerId(customerId(event.device()))
                .setCartId(event.cart() == 0 ? null : "cart-" + event.device() + "-" + event.cart())
                .setOrderId(event.kind() == Kind.ORDER_PLACED ? "order-" + number : null)
                .setLines(event.cart() == 0 ? List.of() : lines(event))
                .setPage(page(event))
                .build();
    }

    /** A page view of somebody who is nobody else's concern; it shows how late it is. */
    static ClickstreamEvent sign(String device, long atMs, long number) {
        return builder(Kind.PAGE_VIEWED.type(), device, atMs, number).build();
    }

    private static ClickstreamEvent.Builder builder(String type, String device, long atMs, long number) {
        return ClickstreamEvent.newBuilder()
                .setEventId(new UUID(0x6a09e667f3bc4908L, 0xb000000000000000L + number).toString())
                .setType(type)
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setAnonymousId(device)
                .setDevice("web")
                .setChannel("organic_search")
                .setAttributes(Map.of("user_agent", BROWSER));
    }

    /** Null of those who are not logged in. */
    public static @Nullable String customerId(int device) {
        return device % 10 < OF_TEN_LOGGED_IN ? String.format("c%08d", device) : null;
    }

    private static List<Line> lines(ShopEvent event) {
        return event.products().stream().map(Wire::line).toList();
    }

    private static Line line(int product) {
        return Line.newBuilder()
                .setProductId("p-" + product)
                .setName("Product number " + product)
                .setQuantity(1)
                .setUnitPrice(BigDecimal.valueOf(10_000L + product, 4))
                .setCurrency("EUR")
                .build();
    }

    private static Page page(ShopEvent event) {
        return Page.newBuilder()
                .setUrl("https://shop.example/category-" + event.products().get(0) % 50 + "/product-"
                        + event.products().get(0))
                .build();
    }
}
