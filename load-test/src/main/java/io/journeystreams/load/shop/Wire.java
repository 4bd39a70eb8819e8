package io.journeystreams.load.shop;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.load.shop.ShopEvent.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the shop's frontend would send its events: about 300 bytes each. */
public final class Wire {

    /** Devices that only show how late it is have names that begin so. */
    public static final String SIGN = "sign-of-life-";

    private static final String BROWSER = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile";
    private static final int OF_TEN_LOGGED_IN = 7;
    private static final long DEVICE = 0x3f2b8c1e7d4a4c55L;
    private static final long FIRST_DEVICE = 0x9e10000000000000L;
    private static final long EVENT = 0x6a09e667f3bc4908L;
    private static final long FIRST_EVENT = 0xb000000000000000L;
    private static final Pattern PROFILE =
            Pattern.compile("c:c(\\d{8,10})|a:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private Wire() {}

    /** The device's {@code anonymousId}. */
    public static String deviceId(int device) {
        return new UUID(DEVICE, FIRST_DEVICE + device).toString();
    }

    static String eventId(long number) {
        return new UUID(EVENT, FIRST_EVENT + number).toString();
    }

    /** The number of an event; empty if the id is of something else. */
    public static OptionalLong numberOf(String eventId) {
        UUID id = UUID.fromString(eventId);
        return id.getMostSignificantBits() == EVENT
                ? OptionalLong.of(id.getLeastSignificantBits() - FIRST_EVENT)
                : OptionalLong.empty();
    }

    /** The key under which the processor keeps the user of a device. */
    static String profile(int device) {
        String customer = customerId(device);
        return customer == null ? "a:" + deviceId(device) : "c:" + customer;
    }

    /** The number of a profile's device; empty if it is nobody's of the shop. */
    public static OptionalInt deviceOf(String profile) {
        Matcher key = PROFILE.matcher(profile);
        if (!key.matches()) {
            return OptionalInt.empty();
        }
        return key.group(1) != null
                ? OptionalInt.of(Integer.parseInt(key.group(1)))
                : OptionalInt.of((int) (UUID.fromString(key.group(2)).getLeastSignificantBits() - FIRST_DEVICE));
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
    public static ClickstreamEvent sign(String device, long atMs, long number) {
        return builder(Kind.PAGE_VIEWED.type(), device, atMs, number).build();
    }

    private static ClickstreamEvent.Builder builder(String type, String device, long atMs, long number) {
        return ClickstreamEvent.newBuilder()
                .setEventId(eventId(number))
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
