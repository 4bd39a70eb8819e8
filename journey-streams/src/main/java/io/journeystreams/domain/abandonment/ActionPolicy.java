package io.journeystreams.domain.abandonment;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Settings of who may be acted on, and when (rules A11, A12, A15).
 *
 * @param zone the tenant's, for customers whose own is not known
 * @param reachableWithin how long after the deadline a contact still makes an alert actionable (rule A12)
 */
public record ActionPolicy(
        ConsentRule consent,
        Optional<QuietHours> quietHours,
        ZoneId zone,
        ControlGroup controlGroup,
        Duration reachableWithin) {

    public static ActionPolicy defaults() {
        return new ActionPolicy(
                ConsentRule.NONE, Optional.empty(), ZoneId.of("UTC"), ControlGroup.NOBODY, Duration.ofDays(7));
    }
}
