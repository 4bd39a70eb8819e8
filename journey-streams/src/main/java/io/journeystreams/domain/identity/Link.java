package io.journeystreams.domain.identity;

import io.journeystreams.domain.event.ProfileKey;

/**
 * A customer was seen on a device.
 *
 * @param firstAtMs event time, epoch milliseconds
 * @param lastAtMs event time, epoch milliseconds
 */
public record Link(ProfileKey customer, long firstAtMs, long lastAtMs) {

    public Link {
        if (!customer.isCustomer()) {
            throw new IllegalArgumentException("a device is linked to a customer: " + customer);
        }
    }

    Link seenAt(long atMs) {
        return new Link(customer, Math.min(firstAtMs, atMs), Math.max(lastAtMs, atMs));
    }
}
