package io.journeystreams.domain.event;

/**
 * Whose journey it is: {@code c:<customerId>} for a known customer, {@code a:<anonymousId>} for a device (rule I1).
 * The prefix is part of the published contract.
 */
public record ProfileKey(String value) {

    private static final String CUSTOMER = "c:";
    private static final String ANONYMOUS = "a:";

    /** @throws IllegalArgumentException if the prefix is neither {@code c:} nor {@code a:}, or nothing follows it */
    public ProfileKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("profile key must be c:<customerId> or a:<anonymousId>: " + value);
        }
    }

    /** Has a known prefix, and something follows it. */
    public static boolean isValid(String value) {
        boolean known = value.startsWith(CUSTOMER) || value.startsWith(ANONYMOUS);
        return known && value.length() > CUSTOMER.length();
    }

    public static ProfileKey ofCustomer(String customerId) {
        return new ProfileKey(CUSTOMER + customerId);
    }

    public static ProfileKey ofDevice(String anonymousId) {
        return new ProfileKey(ANONYMOUS + anonymousId);
    }

    public boolean isCustomer() {
        return value.startsWith(CUSTOMER);
    }

    @Override
    public String toString() {
        return value;
    }
}
