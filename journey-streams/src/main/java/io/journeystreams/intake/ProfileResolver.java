package io.journeystreams.intake;

import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.ProfileKey;
import java.util.Optional;

/**
 * Decides whose an event is (rule I1): the customer's, else the device's. A clickstream event that names neither becomes
 * a profile of its own, so that nothing is dropped.
 */
public final class ProfileResolver {

    /** Nothing where a CRM event names no customer. */
    public Optional<Owner> resolve(ReportedEvent event) {
        Optional<Owner> customer =
                IdentityValues.of(event.customerId()).map(id -> new Owner(ProfileKey.ofCustomer(id), true));
        return event.source() == Source.CRM ? customer : customer.or(() -> Optional.of(visitor(event)));
    }

    private static Owner visitor(ReportedEvent event) {
        return IdentityValues.of(event.anonymousId())
                .map(id -> new Owner(ProfileKey.ofDevice(id), true))
                .orElseGet(() -> new Owner(ProfileKey.ofDevice(event.eventId()), false));
    }
}
