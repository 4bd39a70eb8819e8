package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import java.util.Set;

/**
 * What a shopper bought.
 *
 * @param products ids
 */
record Purchase(String profile, String orderId, Set<String> products) {

    Purchase {
        products = Set.copyOf(products);
    }

    /** Whether the alert is about something bought here. */
    boolean covers(AbandonmentEvent alert) {
        return alert.getProfile().equals(profile)
                && alert.getLines().stream().anyMatch(line -> products.contains(line.getProductId()));
    }
}
