package io.journeystreams.backtest;

import java.time.Duration;

/** How far the clock runs on after the last event, so that what is due fires. */
public sealed interface Until {

    /** Stays where the last watermark put it. */
    record End() implements Until {}

    record After(Duration duration) implements Until {

        public After {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("the clock never goes back: " + duration);
            }
        }
    }

    /** To this time, epoch milliseconds; no further where the events went beyond it. */
    record Time(long epochMs) implements Until {}

    /** Long enough for every kind of abandonment with the usual delays. */
    static Until usual() {
        return new After(Duration.ofDays(2));
    }

    /** @param endMs where the last watermark put the clock, epoch milliseconds */
    default long clockMs(long endMs) {
        if (this instanceof After after) {
            return endMs + after.duration().toMillis();
        }
        return this instanceof Time time ? Math.max(endMs, time.epochMs()) : endMs;
    }
}
