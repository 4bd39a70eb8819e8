package io.journeystreams.domain.interest;

import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.ProductKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the customer has looked at since the last cart, till or order. Bounded: the latest {@link #MAX_PRODUCTS} looks and
 * products out of stock, and {@link #MAX_DEVICES} devices.
 *
 * @param looks each product once, the last looked at last
 * @param onScreen each device once
 * @param soldOut products that were out of stock when the customer last saw them
 */
public record Interest(List<Look> looks, List<OnScreen> onScreen, List<ProductKey> soldOut) {

    public static final Interest NONE = new Interest(List.of(), List.of(), List.of());

    /** Looks and products kept. */
    public static final int MAX_PRODUCTS = 50;

    /** Devices of which it is kept what they show. */
    public static final int MAX_DEVICES = 10;

    /** A look is forgotten after this time. */
    public static final Duration REMEMBERED = Duration.ofDays(3);

    public Interest {
        looks = List.copyOf(looks);
        onScreen = List.copyOf(onScreen);
        soldOut = List.copyOf(soldOut);
    }

    public boolean isSoldOut(ProductKey product) {
        return soldOut.contains(product);
    }

    /** Without looks before a time. */
    public Interest forgetBefore(long ms) {
        return new Interest(
                looks.stream().filter(look -> look.lastAtMs() >= ms).toList(),
                onScreen.stream().filter(shown -> shown.sinceMs() >= ms).toList(),
                soldOut);
    }

    /** What the customer has looked at on devices that were not known to be the same customer's (rule I6). */
    public Interest union(Interest other) {
        return new Interest(
                joined(looks, other.looks, Look::productId, Look::joined, Look.LAST, MAX_PRODUCTS),
                joined(
                        onScreen,
                        other.onScreen,
                        OnScreen::device,
                        BinaryOperator.maxBy(OnScreen.LAST),
                        OnScreen.LAST,
                        MAX_DEVICES),
                joined(
                        soldOut,
                        other.soldOut,
                        Function.identity(),
                        (one, same) -> one,
                        Comparator.comparing(ProductKey::toString),
                        MAX_PRODUCTS));
    }

    private static <K, T> List<T> joined(
            List<T> one, List<T> other, Function<T, K> key, BinaryOperator<T> both, Comparator<T> last, int bound) {
        Map<K, T> byKey = new LinkedHashMap<>();
        Stream.concat(one.stream(), other.stream()).forEach(value -> byKey.merge(key.apply(value), value, both));
        List<T> all = byKey.values().stream().sorted(last).toList();
        return other.isEmpty() ? one : all.subList(Math.max(0, all.size() - bound), all.size());
    }

    Optional<Look> look(String productId) {
        for (Look look : looks) {
            if (look.productId().equals(productId)) {
                return Optional.of(look);
            }
        }
        return Optional.empty();
    }

    Optional<OnScreen> shownOn(DeviceId device) {
        for (OnScreen shown : onScreen) {
            if (shown.device().equals(device)) {
                return Optional.of(shown);
            }
        }
        return Optional.empty();
    }

    Interest with(Look next) {
        return new Interest(
                latest(looks, look -> look.productId().equals(next.productId()), next, MAX_PRODUCTS),
                onScreen,
                soldOut);
    }

    Interest with(OnScreen next) {
        return new Interest(
                looks, latest(onScreen, shown -> shown.device().equals(next.device()), next, MAX_DEVICES), soldOut);
    }

    Interest leaving(DeviceId device) {
        if (shownOn(device).isEmpty()) {
            return this;
        }
        return new Interest(
                looks,
                onScreen.stream()
                        .filter(shown -> !shown.device().equals(device))
                        .toList(),
                soldOut);
    }

    /** What comes now is another shopping, or a later step of this one. */
    Interest startedAnew() {
        return new Interest(List.of(), List.of(), soldOut);
    }

    Interest withSoldOut(ProductKey product, boolean isSoldOut) {
        List<ProductKey> next = isSoldOut
                ? latest(soldOut, product::equals, product, MAX_PRODUCTS)
                : soldOut.stream().filter(known -> !known.equals(product)).toList();
        return new Interest(looks, onScreen, next);
    }

    private static <T> List<T> latest(List<T> known, Predicate<T> isSame, T next, int bound) {
        List<T> others = new ArrayList<>(known);
        others.removeIf(isSame);
        others.add(next);
        return others.subList(Math.max(0, others.size() - bound), others.size());
    }
}
