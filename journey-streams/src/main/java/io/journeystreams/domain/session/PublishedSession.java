package io.journeystreams.domain.session;

import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventId;

/**
 * What readers have been told of a session.
 *
 * @param anchor the first event known when it was first published; the id derives from it
 * @param anchorAtMs event time of the anchor, epoch milliseconds
 * @param wasClosed has been published as closed; from then on changes are corrections
 * @param membersDigest of the content as last published of a session that was over; what is told of one that goes on again is
 *     told again when it closes
 * @param closesAtMs when the clock closes it, as far as is known, epoch milliseconds; {@link #NOTHING_WAITS} if
 *     all has been published
 */
public record PublishedSession(
        SessionId id,
        DeviceId deviceId,
        EventId anchor,
        long anchorAtMs,
        int revision,
        boolean wasClosed,
        long membersDigest,
        long startedAtMs,
        long endedAtMs,
        long closesAtMs) {

    /** Nothing of it waits for the clock. */
    public static final long NOTHING_WAITS = Long.MAX_VALUE;

    /** Something of it waits for the clock to be published. */
    boolean isPending(Session session) {
        return !wasClosed || membersDigest != session.membersDigest();
    }

    /** Something of this session waits for the clock to be published. */
    public boolean isPendingPartOf(Session session) {
        return closesAtMs != NOTHING_WAITS && deviceId.equals(session.deviceId()) && session.contains(anchorAtMs);
    }

    /** What has been published of this session. */
    public boolean isPartOf(Session session) {
        return deviceId.equals(session.deviceId()) && session.contains(anchorAtMs);
    }

    /** Published to the end, and no event can reach it any more. */
    public boolean isSettledBefore(long ms) {
        return closesAtMs == NOTHING_WAITS && endedAtMs < ms;
    }

    /** The event lies inside of what was published as closed. */
    public boolean wasClosedAround(DeviceId device, long atMs) {
        return wasClosed && deviceId.equals(device) && startedAtMs <= atMs && atMs < endedAtMs;
    }
}
