package io.journeystreams.load.faults;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.load.oracle.InputRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that must never happen, looked for by nothing but the inputs: an alert that stands, about a product that its
 * customer has bought since it was put into a cart for the last time. Who put it there is judged generously: by anybody
 * on any device that the customer was ever seen on, or into the alert's own cart, by whatever name the customer then went.
 */
final class BuyersAlerted {

    private static final Set<String> CART_EVENTS = Set.of("product_added", "cart_viewed", "cart_updated");
    private static final Set<String> PURCHASES = Set.of("order_placed", "order_paid");

    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    private final Map<String, Set<String>> devicesOf = new HashMap<>();
    private final Map<String, Instant> lastInCart = new HashMap<>();
    private final Map<String, Instant> lastBought = new HashMap<>();

    BuyersAlerted(Collection<InputRecord> inputs) {
        inputs.stream().map(Seen::of).forEach(this::learn);
    }

    /** Alerts that stand and should not, in words. */
    List<String> among(List<AbandonmentEvent> published) {
        Map<String, AbandonmentEvent> latest = new TreeMap<>();
        published.forEach(
                alert -> latest.merge(alert.getAlertId(), alert, (a, b) -> a.getRevision() > b.getRevision() ? a : b));
        List<String> findings = new ArrayList<>();
        for (AbandonmentEvent alert : latest.values()) {
            if (alert.getState() == AbandonmentState.ABANDONED
                    && alert.getProfile().startsWith("c:")) {
                addBought(alert, findings);
            }
        }
        return findings;
    }

    private void addBought(AbandonmentEvent alert, List<String> findings) {
        String customer = alert.getProfile().substring("c:".length());
        for (Line line : alert.getLines()) {
            @Nullable Instant bought = lastBought.get(customer + " " + line.getProductId());
            if (bought != null && bought.isAfter(lastInCart(customer, alert.getCartId(), line.getProductId()))) {
                findings.add(alert.getKind() + " " + alert.getAlertId() + " of " + customer + " stands, and "
                        + line.getProductId() + " was bought at " + bought);
            }
        }
    }

    private Instant lastInCart(String customer, @Nullable String cart, String product) {
        Stream<String> byDevice =
                devicesOf.getOrDefault(customer, Set.of()).stream().map(device -> "a " + device);
        return Stream.concat(Stream.of("c " + customer, "k " + cart), byDevice)
                .map(place -> lastInCart.getOrDefault(place + " " + product, Instant.EPOCH))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void learn(Seen seen) {
        if (seen.customer() != null && seen.device() != null) {
            devicesOf
                    .computeIfAbsent(seen.customer(), unseen -> new HashSet<>())
                    .add(seen.device());
        }
        for (Line line : seen.lines()) {
            String product = " " + line.getProductId();
            if (CART_EVENTS.contains(seen.type()) && seen.customer() != null) {
                later(lastInCart, "c " + seen.customer() + product, seen.at());
            }
            if (CART_EVENTS.contains(seen.type()) && seen.device() != null) {
                later(lastInCart, "a " + seen.device() + product, seen.at());
            }
            if (CART_EVENTS.contains(seen.type()) && seen.cart() != null) {
                later(lastInCart, "k " + seen.cart() + product, seen.at());
            }
            if (PURCHASES.contains(seen.type()) && seen.customer() != null) {
                later(lastBought, seen.customer() + product, seen.at());
            }
        }
    }

    private static void later(Map<String, Instant> times, String key, Instant at) {
        times.merge(key, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** What both kinds of input say alike; at the time of ingestion, where it is dated far ahead of that (T2). */
    private record Seen(
            String type,
            Instant at,
            @Nullable String customer,
            @Nullable String device,
            @Nullable String cart,
            List<Line> lines) {

        static Seen of(InputRecord input) {
            Instant ingested = Instant.ofEpochMilli(input.timestampMs());
            if (input.event() instanceof CrmEvent told) {
                return new Seen(
                        told.getType(),
                        eventTime(told.getOccurredAt(), ingested),
                        told.getCustomerId(),
                        told.getAnonymousId(),
                        told.getCartId(),
                        told.getLines());
            }
            ClickstreamEvent seen = Objects.requireNonNull((ClickstreamEvent) input.event());
            return new Seen(
                    seen.getType(),
                    eventTime(seen.getOccurredAt(), ingested),
                    seen.getCustomerId(),
                    seen.getAnonymousId(),
                    seen.getCartId(),
                    seen.getLines());
        }

        private static Instant eventTime(Instant occurredAt, Instant ingested) {
            return occurredAt.isAfter(ingested.plus(FUTURE_TOLERANCE)) ? ingested : occurredAt;
        }
    }
}
