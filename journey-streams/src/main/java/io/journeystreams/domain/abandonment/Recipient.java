package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.interest.Interest;
import io.journeystreams.domain.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom an alert would reach, as far as it is known now: what the gates of rule A11 ask about the customer.
 *
 * @param person addresses, consent and time zone
 * @param hasKeptOrder an order that was not cancelled
 * @param interest knows what was out of stock
 * @param isControl withheld for comparison (rule A15)
 */
public record Recipient(ProfileKey profile, Person person, boolean hasKeptOrder, Interest interest, boolean isControl) {

    private static final String OPT_IN = "opt-in";
    private static final String EXISTING_CUSTOMER = "existing-customer";
    private static final String NONE = "none";

    boolean hasConsented(ConsentRule rule) {
        return switch (rule) {
            case OPT_IN -> person.hasOptedIn();
            case EXISTING_CUSTOMER -> person.hasOptedIn() || (hasKeptOrder && !person.hasRefused());
            case NONE -> true;
        };
    }

    /** Nothing of it can be bought. */
    boolean isSoldOut(List<Line> lines) {
        return !lines.isEmpty() && lines.stream().allMatch(line -> interest.isSoldOut(line.product()));
    }

    /** On what ground the customer may be contacted: the best there is. */
    Optional<String> consentBasis(ConsentRule rule) {
        if (person.hasOptedIn()) {
            return Optional.of(OPT_IN);
        }
        return Optional.of(hasKeptOrder && rule != ConsentRule.NONE ? EXISTING_CUSTOMER : NONE);
    }

    Map<String, String> addresses(ConsentRule rule) {
        return person.addresses(rule == ConsentRule.OPT_IN);
    }
}
