package io.journeystreams.cli;

import io.journeystreams.backtest.Progress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says how far a backtest has come, once a second; a short one says nothing. */
final class ProgressLine implements Progress {

    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    /** The clock is looked at every so many events. */
    private static final int EVENTS = 256;

    private final PrintWriter err;
    private long nextAtNs = System.nanoTime() + INTERVAL_NS;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void surveyed(long events) {
        if (isTime(events)) {
            err.printf("looking through the files: %d events%n", events);
        }
    }

    @Override
    public void decided(long events, long ofEvents) {
        if (isTime(events)) {
            err.printf("%d of %d events (%d %%)%n", events, ofEvents, events * 100 / ofEvents);
        }
    }

    private boolean isTime(long events) {
        if (events % EVENTS != 0 || System.nanoTime() < nextAtNs) {
            return false;
        }
        nextAtNs = System.nanoTime() + INTERVAL_NS;
        return true;
    }
}
