package io.journeystreams.state.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that stand in many profiles: they have places of their own, from −1 downwards, and are in no profile's table.
 *
 * <p>Stored bytes refer to these places for ever: texts may be added at the end, and nothing else.
 */
final class CommonTexts {

    private static final List<String> TEXTS = List.of(
            "page_viewed",
            "product_viewed",
            "product_searched",
            "product_added",
            "product_removed",
            "cart_viewed",
            "cart_updated",
            "checkout_started",
            "checkout_step_completed",
            "payment_failed",
            "payment_succeeded",
            "order_placed",
            "order_paid",
            "clickstream.events",
            "crm.events",
            "web",
            "mobile",
            "desktop",
            "tablet",
            "app",
            "organic_search",
            "paid_search",
            "email",
            "direct",
            "referral",
            "social",
            "EUR",
            "USD",
            "GBP",
            "AWARENESS",
            "CONSIDERATION",
            "DECISION",
            "PURCHASE",
            "RETENTION",
            "ADVOCACY",
            "DISCONTINUED",
            "SILENCE",
            "first-touch",
            "interest",
            "cart",
            "till",
            "order",
            "silence",
            "chat",
            "call",
            "ticket",
            "none",
            "bg-nbd",
            "mbg-nbd",
            "bg-nbd-slowing",
            "mbg-nbd-slowing",
            "DEPARTURE",
            "PACE",
            "signals",
            "told",
            "BASE",
            "DOWNGRADE",
            "LOW_USAGE",
            "TICKET_OVERDUE",
            "LONG_WAIT",
            "REPEAT_CONTACT",
            "LOW_SATISFACTION",
            "AUTO_RENEW_OFF",
            "DATA_EXPORT",
            "CANCEL_PAGE",
            "RENEWAL_NEAR",
            "touch",
            "store",
            "ads");

    private static final Map<String, Integer> PLACES = places();

    private static final int LONGEST =
            TEXTS.stream().mapToInt(String::length).max().orElseThrow();

    private CommonTexts() {}

    /** 0 for a text that is none of these; ids and addresses, which most texts are, are known by their length. */
    static int place(String text) {
        return text.length() > LONGEST ? 0 : PLACES.getOrDefault(text, 0);
    }

    /** @throws UnreadableStateException if there is no such place */
    static String at(int place) {
        return Places.get(TEXTS, -1 - place);
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            places.put(TEXTS.get(i), -1 - i);
        }
        return places;
    }
}
