package io.journeystreams.load.state;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.Line;
import io.journeystreams.load.bench.AbandonedCart;
import io.journeystreams.load.bench.CommittedReader;
import io.journeystreams.load.shop.ShopEvent;
import io.journeystreams.load.shop.ShopEvent.Kind;
import io.journeystreams.load.shop.Wire;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.Decoded;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carts that were left in the history and bought after the restore: that they are told of, with what was in them, is known from the
 * restored state alone.
 *
 * @param products by the device that bought them, ids of products
 */
record Recoveries(Map<String, Set<String>> products) {

    private static final String ALERTS = "journey.abandonment";

    /** Later purchases recover nothing (rule A1). */
    private static final Duration WINDOW = Duration.ofDays(30);

    Recoveries {
        products = Map.copyOf(products);
    }

    /**
     * What is to be told.
     *
     * @param visits after the history
     * @param left carts of templates in the history
     */
    static Recoveries expected(Shop shop, List<ShopEvent> visits, Set<AbandonedCart> left) {
        Map<String, Long> deadlines =
                left.stream().collect(Collectors.toMap(AbandonedCart::device, AbandonedCart::deadlineMs, Math::max));
        Map<String, Set<String>> products = new HashMap<>();
        Set<Integer> bought = new HashSet<>();
        for (ShopEvent event : visits) {
            boolean isFirst =
                    event.kind() == Kind.ORDER_PLACED && shop.hasLeftCart(event.device()) && bought.add(event.device());
            if (isFirst && event.atMs() <= lastRecoveryMs(shop, event.device(), deadlines)) {
                products.put(Wire.deviceId(event.device()), productsOf(event));
            }
        }
        return new Recoveries(products);
    }

    /**
     * What has been told.
     *
     * @param fromMs when the history was over, epoch milliseconds
     */
    static Recoveries published(String bootstrapServers, RegistryConnection registry, long fromMs) {
        AvroPayloadDecoder<AbandonmentEvent> decoder =
                new AvroPayloadDecoder<>(AbandonmentEvent.class, new WriterSchemas(registry));
        Map<String, Set<String>> products = new HashMap<>();
        try (CommittedReader reader = new CommittedReader(bootstrapServers, List.of(ALERTS))) {
            reader.readOn(record -> {
                if (decoder.decode(record.value()) instanceof Decoded.Value<AbandonmentEvent> decoded
                        && isRecovery(decoded.value(), fromMs)) {
                    products.put(String.valueOf(decoded.value().getDeviceId()), productsOf(decoded.value()));
                }
            });
        }
        return new Recoveries(products);
    }

    /** How this differs from what is expected, or {@code equal}. */
    String comparedWith(Recoveries expected) {
        if (equals(expected)) {
            return "equal";
        }
        Set<String> missing = new HashSet<>(expected.products.keySet());
        missing.removeAll(products.keySet());
        Set<String> wrong = new HashSet<>(products.keySet());
        wrong.removeAll(expected.products.keySet());
        return products.size() + " recovered carts and " + expected.products.size() + " expected, missing: "
                + some(missing) + ", wrong: " + some(wrong);
    }

    private static String some(Set<String> devices) {
        return devices.size() + " " + devices.stream().limit(2).toList();
    }

    private static long lastRecoveryMs(Shop shop, int device, Map<String, Long> deadlines) {
        Long deadlineMs = deadlines.get(Wire.deviceId(Shop.deviceOf(shop.templateOf(device))));
        if (deadlineMs == null) {
            throw new IllegalStateException("a cart that was left has no deadline: " + device);
        }
        return deadlineMs + WINDOW.toMillis();
    }

    private static boolean isRecovery(AbandonmentEvent alert, long fromMs) {
        return alert.getState() == AbandonmentState.RECOVERED
                && alert.getKind() == AbandonmentKind.CART
                && alert.getDeadline().toEpochMilli() < fromMs
                && alert.getRecoveredAt() != null
                && alert.getRecoveredAt().toEpochMilli() >= fromMs;
    }

    private static Set<String> productsOf(AbandonmentEvent alert) {
        return alert.getLines().stream().map(Line::getProductId).collect(Collectors.toSet());
    }

    private static Set<String> productsOf(ShopEvent order) {
        return order.products().stream().map(number -> "p-" + number).collect(Collectors.toSet());
    }
}
