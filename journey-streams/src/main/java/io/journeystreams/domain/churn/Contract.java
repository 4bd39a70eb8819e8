package io.journeystreams.domain.churn;

/**
 * What is known of a customer's contract.
 *
 * @param isActive the customer is bound by one, and so not judged by silence
 */
public record Contract(boolean isActive) {

    public static final Contract NONE = new Contract(false);

    Contract union(Contract other) {
        return isActive ? this : other;
    }
}
