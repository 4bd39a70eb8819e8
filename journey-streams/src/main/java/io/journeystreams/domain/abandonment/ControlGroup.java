package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.ProfileKey;
import java.math.BigDecimal;

/**
 * The share of customers whose reminders are withheld, so that what reminders bring is measured (rule A15). Who belongs to it
 * follows from the profile's key alone. A visitor who becomes known is judged by the customer's key from then on.
 *
 * @param percent 0 to 100
 */
public record ControlGroup(BigDecimal percent) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public static final ControlGroup NOBODY = new ControlGroup(BigDecimal.ZERO);

    private static final int HEX_DIGITS = 8;
    private static final int HEX = 16;

    public ControlGroup {
        if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException("controlGroup must be 0 to 100 percent: " + percent);
        }
    }

    public boolean contains(String tenant, ProfileKey profile) {
        if (percent.signum() == 0) {
            return false;
        }
        String id = DerivedId.of(tenant, "control-group", profile.value());
        long hash = Long.parseLong(id.substring(0, HEX_DIGITS), HEX);
        BigDecimal place = BigDecimal.valueOf(hash).multiply(ALL);
        return place.compareTo(percent.multiply(BigDecimal.valueOf(1L << 32))) < 0;
    }
}
