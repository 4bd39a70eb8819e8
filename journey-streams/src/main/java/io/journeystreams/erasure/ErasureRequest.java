package io.journeystreams.erasure;

import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.ProfileKey;
import java.time.Instant;

/**
 * That a customer is to be forgotten, with all that happened until a time (rule I8).
 *
 * @param customer as the CRM knows them, without {@code c:}
 * @param atMs epoch milliseconds; what happens later is a new beginning
 */
public record ErasureRequest(String tenant, String customer, long atMs) {

    private static final String TYPE = "customer_erased";

    public ErasureRequest {
        if (customer.isBlank()) {
            throw new IllegalArgumentException("a customer has an id");
        }
    }

    public ProfileKey profile() {
        return ProfileKey.ofCustomer(customer);
    }

    /** Derived: the same request said twice is one event. */
    public String eventId() {
        return DerivedId.of(tenant, TYPE, String.valueOf(atMs), customer);
    }

    CrmEvent event() {
        return CrmEvent.newBuilder()
                .setEventId(eventId())
                .setType(TYPE)
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setCustomerId(customer)
                .build();
    }
}
