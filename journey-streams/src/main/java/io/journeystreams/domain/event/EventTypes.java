package io.journeystreams.domain.event;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of event types, each with its meaning. Names that are not listed are touchpoints (rule O1). */
public final class EventTypes {

    private static final Map<String, Function<Occurrence, JourneyEvent>> MEANING = Map.ofEntries(
            Map.entry("page_viewed", PageViewed::new),
            Map.entry("product_viewed", ProductViewed::new),
            Map.entry("product_added", ProductAdded::new),
            Map.entry("product_removed", ProductRemoved::new),
            Map.entry("cart_viewed", CartSnapshot::new),
            Map.entry("cart_updated", CartSnapshot::new),
            Map.entry("checkout_started", CheckoutStarted::new),
            Map.entry("checkout_step_completed", CheckoutAdvanced::new),
            Map.entry("payment_failed", PaymentFailed::new),
            Map.entry("payment_succeeded", PaymentSucceeded::new),
            Map.entry("order_placed", OrderPlaced::new),
            Map.entry("order_paid", OrderPlaced::new),
            Map.entry("order_cancelled", OrderReversed::new),
            Map.entry("order_refunded", OrderReversed::new),
            Map.entry("identified", Identified::new),
            Map.entry("logged_out", LoggedOut::new),
            Map.entry("product_searched", ProductSearched::new),
            Map.entry("form_started", FormStarted::new),
            Map.entry("form_submitted", FormSubmitted::new),
            Map.entry("customer_updated", CustomerUpdated::new),
            Map.entry("consent_changed", ConsentChanged::new),
            Map.entry("customers_merged", CustomersMerged::new),
            Map.entry("customer_erased", CustomerErased::new),
            Map.entry("ticket_opened", ContactOpened::new),
            Map.entry("ticket_reopened", ContactOpened::new),
            Map.entry("chat_requested", ContactOpened::new),
            Map.entry("call_queued", ContactOpened::new),
            Map.entry("ticket_answered", ContactAnswered::new),
            Map.entry("chat_answered", ContactAnswered::new),
            Map.entry("call_answered", ContactAnswered::new),
            Map.entry("ticket_resolved", ContactEnded::new),
            Map.entry("chat_ended", ContactEnded::new),
            Map.entry("call_ended", ContactEnded::new),
            Map.entry("order_shipped", OrderShipped::new),
            Map.entry("order_delivered", OrderDelivered::new),
            Map.entry("order_returned", OrderReturned::new));

    private static final Map<String, String> NAMES =
            MEANING.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> name));

    /** Of the test visitor by which the processor is watched: says nothing about what else its source has sent. */
    public static final String CANARY_BEAT = "canary_beat";

    /** After these nobody is reminded of what was bought. */
    private static final Set<String> PURCHASES = Set.of("order_placed", "order_paid", "payment_succeeded");

    private EventTypes() {}

    public static boolean isPurchase(String type) {
        return PURCHASES.contains(type);
    }

    /** The same name; of one that has a meaning, always the same object. */
    public static String name(String type) {
        return NAMES.getOrDefault(type, type);
    }

    public static JourneyEvent read(Occurrence occurrence) {
        return MEANING.getOrDefault(occurrence.type(), Touchpoint::new).apply(occurrence);
    }
}
