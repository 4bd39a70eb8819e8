package io.journeystreams.intake;

import io.journeystreams.domain.event.ProfileKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The links of devices to customers that were told lately, so that not every event of a known visitor tells its device again.
 * Telling it twice does no harm, so nothing of this is stored. For one thread.
 */
public final class ToldLinks {

    /** Devices remembered; beyond, the one longest not seen is forgotten. */
    static final int MOST = 100_000;

    /** A link is told again after this, so that the device knows that the customer is still about. */
    static final Duration REPEATED_AFTER = Duration.ofHours(12);

    private final Map<ProfileKey, Told> told = new LinkedHashMap<>(16, 0.75f, true);

    private record Told(ProfileKey customer, long earliestMs, long latelyMs) {

        /** What is told when they are seen then: the same, unless that is news. */
        Told seenAt(long atMs) {
            boolean isNews = atMs < earliestMs || atMs - latelyMs > REPEATED_AFTER.toMillis();
            return isNews ? new Told(customer, Math.min(earliestMs, atMs), atMs) : this;
        }
    }

    /**
     * Whether the device is to be told, in which case it counts as told. That somebody was there earlier than was told is news
     * too: it tells from when on a device is shared.
     *
     * @param atMs event time, epoch milliseconds
     */
    public boolean isNews(ProfileKey device, ProfileKey customer, long atMs) {
        Told last = told.get(device);
        Told next =
                last != null && last.customer().equals(customer) ? last.seenAt(atMs) : new Told(customer, atMs, atMs);
        boolean isNews = !next.equals(last);
        if (isNews) {
            told.put(device, next);
            forgetEldest();
        }
        return isNews;
    }

    private void forgetEldest() {
        if (told.size() > MOST) {
            told.remove(told.keySet().iterator().next());
        }
    }
}
