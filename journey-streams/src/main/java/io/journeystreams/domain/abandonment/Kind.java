package io.journeystreams.domain.abandonment;

/** What can be left unfinished, in the order in which the arbiter of rule A3 weighs it, the least first. */
public enum Kind {
    /** Stands on its own: supersedes nothing and is superseded by nothing. */
    FORM(0),
    SEARCH(1),
    BROWSE(2),
    CART(3),
    CHECKOUT(4),
    PAYMENT_PENDING(5),
    PAYMENT_FAILED(5);

    private final int weight;

    Kind(int weight) {
        this.weight = weight;
    }

    /** Supersedes the other in the same episode. */
    public boolean isAbove(Kind other) {
        return other != FORM && weight > other.weight;
    }

    /** Interest without a cart: it belongs to whatever the customer does next. */
    public boolean isInterest() {
        return this == SEARCH || this == BROWSE;
    }

    /** Shows what is in a cart. */
    public boolean isOfCart() {
        return this == CART || this == CHECKOUT || this == PAYMENT_FAILED;
    }
}
