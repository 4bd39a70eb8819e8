package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.Weight;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.profile.RecentEvents;
import io.journeystreams.domain.time.ClockReading;

/**
 * How much of a profile's recent history is kept as events (fault R8). What is too much is settled early, the oldest first, as
 * far as the clock has passed it. Duplicates are told all the same: of what is settled by time, of what is kept by id, and of
 * orders by what is remembered of them.
 */
final class RecentBounds {

    /** Recent events kept. */
    static final int MAX_EVENTS = 1_000;

    /** What recent events may weigh together, bytes. */
    static final int MAX_BYTES = 96_000;

    /** Recent events at the most, the clock standing still; beyond, only purchases are taken. */
    static final int MAX_UNSETTLED = 4_000;

    /** What they may weigh at the most, the clock standing still, bytes. */
    static final int MAX_UNSETTLED_BYTES = 400_000;

    /** Published alerts kept, and published sessions; of what is told of events, as many. */
    static final int MAX_TOLD = 200;

    /** Events kept when there were too many, or half of what they may weigh. */
    private static final int KEPT_EVENTS = 64;

    /** Whatever comes now, the clock standing still, would be too much. */
    boolean areFull(RecentEvents recent) {
        return recent.size() >= MAX_UNSETTLED
                || (recent.mostBytes() > MAX_UNSETTLED_BYTES && weigh(recent).bytes > MAX_UNSETTLED_BYTES);
    }

    /** Up to where events are to be settled early, epoch milliseconds; the earliest possible time if they are not. */
    long earlyHorizonMs(ProfileState state, ClockReading clock) {
        RecentEvents recent = state.recent();
        if (recent.isEmpty() || !clock.isDefined()) {
            return Long.MIN_VALUE;
        }
        boolean areTooMany = recent.size() >= MAX_EVENTS || hasToldTooMuch(state);
        if (!areTooMany && recent.mostBytes() <= MAX_BYTES) {
            return Long.MIN_VALUE;
        }
        Weighed weighed = weigh(recent);
        if (!areTooMany && weighed.bytes <= MAX_BYTES) {
            return Long.MIN_VALUE;
        }
        int kept = Math.min(KEPT_EVENTS, weighed.light);
        long untilMs = recent.get(Math.max(0, recent.size() - kept)).atMs();
        boolean isOneMoment = untilMs == recent.get(0).atMs();
        return Math.min(isOneMoment ? untilMs + 1 : untilMs, clock.timeMs());
    }

    private static boolean hasToldTooMuch(ProfileState state) {
        return state.sessions().size() > MAX_TOLD
                || state.alerts().alerts().size() > MAX_TOLD
                || state.facts().size() > MAX_TOLD;
    }

    /**
     * @param bytes of all events, or more than they may weigh at the most
     * @param light how many of the latest weigh half of what they may, at least one
     */
    private record Weighed(long bytes, int light) {}

    private static Weighed weigh(RecentEvents recent) {
        Weight weight = new Weight();
        int light = 0;
        for (int i = recent.size() - 1; i >= 0 && weight.bytes() <= MAX_UNSETTLED_BYTES; i--) {
            weight.add(recent.get(i));
            light += weight.bytes() <= MAX_BYTES / 2 ? 1 : 0;
        }
        return new Weighed(weight.bytes(), Math.max(1, light));
    }
}
