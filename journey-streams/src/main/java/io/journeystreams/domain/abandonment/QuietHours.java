package io.journeystreams.domain.abandonment;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A time of day in which nobody is contacted, by the customer's own clock (rule A11). May run over midnight.
 *
 * @param from included
 * @param to excluded; the first moment at which the customer may be contacted again
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quietHours must not begin when they end: " + from);
        }
    }

    /**
     * The first moment at or after a time at which the customer may be contacted. Where clocks are put forward over the end,
     * it is the moment after the gap; where they are put back, the end comes twice, and the second one counts.
     *
     * @param atMs epoch milliseconds
     */
    long firstAllowedMs(long atMs, ZoneId zone) {
        ZonedDateTime local = Instant.ofEpochMilli(atMs).atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return atMs;
        }
        boolean endsTomorrow = !local.toLocalTime().isBefore(to);
        ZonedDateTime end = local.toLocalDate()
                .plusDays(endsTomorrow ? 1 : 0)
                .atTime(to)
                .atZone(zone)
                .withLaterOffsetAtOverlap();
        return end.toInstant().toEpochMilli();
    }

    private boolean isQuiet(LocalTime time) {
        boolean isAfterFrom = !time.isBefore(from);
        boolean isBeforeTo = time.isBefore(to);
        return from.isBefore(to) ? isAfterFrom && isBeforeTo : isAfterFrom || isBeforeTo;
    }
}
