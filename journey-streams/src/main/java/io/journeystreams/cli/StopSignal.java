package io.journeystreams.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and Ctrl-C for a command that cleans up itself: they ask it to stop, wait until it has, and end the process with 0,
 * because doing what was asked is no error.
 */
final class StopSignal implements AutoCloseable {

    /** How long the command may take to stop. */
    static final Duration LIMIT = Duration.ofSeconds(9);

    private final PrintWriter out;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndEnd, "stop");

    private StopSignal(PrintWriter out) {
        this.out = out;
    }

    static StopSignal install(PrintWriter out) {
        StopSignal signal = new StopSignal(out);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits for the signal, and tells whether it has come. */
    boolean isAskedWithin(Duration limit) {
        try {
            return asked.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The command has stopped, whether it was asked to or not. */
    @Override
    public void close() {
        done.countDown();
        if (!isAsked()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void stopAndEnd() {
        asked.countDown();
        boolean inTime = isDoneInTime();
        if (!inTime) {
            out.println("not stopped within " + LIMIT.toSeconds() + " s; ending anyway");
        }
        out.flush();
        Runtime.getRuntime().halt(inTime ? ExitCode.OK.code() : ExitCode.UNEXPECTED.code());
    }

    private boolean isDoneInTime() {
        try {
            return done.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
