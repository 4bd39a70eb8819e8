package io.journeystreams.load.bench;

import java.util.List;

/**
 * Something that a visitor does.
 *
 * @param device number of the device, and of its only user
 * @param atMs event time, epoch milliseconds
 * @param products looked at, added or bought, by number
 * @param cart number of the visitor's cart, from 1; 0 if none is concerned
 */
public record ShopEvent(int device, long atMs, Kind kind, List<Integer> products, int cart) {

    public enum Kind {
        PAGE_VIEWED("page_viewed"),
        PRODUCT_VIEWED("product_viewed"),
        PRODUCT_ADDED("product_added"),
        ORDER_PLACED("order_placed");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** As the contract has it. */
        String type() {
            return type;
        }
    }

    public ShopEvent {
        products = List.copyOf(products);
    }
}
