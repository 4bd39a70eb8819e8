package io.journeystreams.domain.session;

/**
 * How fast a session goes, and whether a program is behind it (rule S6).
 *
 * @param minuteFromMs first event of the minute that is being counted, epoch milliseconds
 * @param eventsInMinute events since
 * @param isBot decided once for the rest of the session
 */
public record Pace(long minuteFromMs, int eventsInMinute, boolean isBot) {

    private static final long MINUTE_MS = 60_000;

    static Pace startingAt(long atMs, boolean isBot) {
        return new Pace(atMs, 1, isBot);
    }

    Pace withEventAt(long atMs) {
        return atMs - minuteFromMs >= MINUTE_MS
                ? new Pace(atMs, 1, isBot)
                : new Pace(minuteFromMs, eventsInMinute + 1, isBot);
    }

    Pace ofBot() {
        return new Pace(minuteFromMs, eventsInMinute, true);
    }
}
