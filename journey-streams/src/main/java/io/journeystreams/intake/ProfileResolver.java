package io.journeystreams.intake;

import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.ProfileKey;
import java.util.Optional;

/**
 * Decides whose an event is (rule I1): the customer's, else the device's. A clickstream event that names neither becomes
 * a profile of its own, so that nothing is dropped. An event that names both links the device to the customer (rule I2).
 */
public final class ProfileResolver {

    private static final String CUSTOMERS_MERGED = "customers_merged";
    private static final String MERGED_FROM = "from";

    /** Nothing where a CRM event names no customer. */
    public Optional<Owner> resolve(ReportedEvent event) {
        Optional<ProfileKey> device = IdentityValues.of(event.anonymousId()).map(ProfileKey::ofDevice);
        Optional<Owner> customer =
                customerOf(event).map(ProfileKey::ofCustomer).map(key -> new Owner(key, true, device));
        return event.source() == Source.CRM ? customer : customer.or(() -> Optional.of(visitor(event, device)));
    }

    /** A merge is told to the customer who goes on in another one. */
    private static Optional<String> customerOf(ReportedEvent event) {
        Optional<String> mergedFrom = event.type().equals(CUSTOMERS_MERGED)
                ? IdentityValues.of(event.attributes().get(MERGED_FROM))
                : Optional.empty();
        return mergedFrom.or(() -> IdentityValues.of(event.customerId()));
    }

    private static Owner visitor(ReportedEvent event, Optional<ProfileKey> device) {
        return device.map(key -> new Owner(key, true, Optional.empty()))
                .orElseGet(() -> new Owner(ProfileKey.ofDevice(event.eventId()), false, Optional.empty()));
    }
}
