package io.journeystreams.domain.stage;

import java.util.Locale;

/** Who begins a mission: what there had been of the customer before it. It stays what it is for the whole mission. Published in lower case. */
public enum Segment {
    /** The first mission. */
    NEW_VISITOR,
    /** Has begun one before, and has no order that was kept. */
    RETURNING_VISITOR,
    /** Has one order that was kept. */
    CUSTOMER,
    /** Has more. */
    REPEAT_CUSTOMER;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As published. */
    public String text() {
        return text;
    }

    /**
     * @param missions begun before
     * @param orders kept before
     */
    static Segment of(long missions, int orders) {
        if (orders > 0) {
            return orders == 1 ? CUSTOMER : REPEAT_CUSTOMER;
        }
        return missions == 0 ? NEW_VISITOR : RETURNING_VISITOR;
    }
}
