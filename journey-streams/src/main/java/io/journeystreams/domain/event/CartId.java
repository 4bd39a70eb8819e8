package io.journeystreams.domain.event;

/** A cart. Sources that know one cart per customer leave it out: {@link #ONLY}. */
public record CartId(String value) {

    /** The cart of a customer whose source does not name carts. */
    public static final CartId ONLY = new CartId("default");

    public CartId {
        Text.requireNotBlank("CartId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
