package io.journeystreams.domain.abandonment;

/** What can be left unfinished. A higher kind supersedes the lower ones of the same shopping (rule A3). */
public enum Kind {
    CART,
    CHECKOUT,
    PAYMENT_FAILED;

    public boolean isAbove(Kind other) {
        return compareTo(other) > 0;
    }
}
