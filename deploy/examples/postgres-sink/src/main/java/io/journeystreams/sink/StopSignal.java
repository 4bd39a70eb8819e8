package io.journeystreams.sink;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** SIGTERM and Ctrl-C: ask the sink to stop, wait until it has, and let the process end with the exit code that it chose. */
final class StopSignal {

    private static final int LIMIT_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final List<Runnable> wakeUps = new CopyOnWriteArrayList<>();
    private volatile boolean isAsked;
    private volatile int exitCode = SinkExit.UNEXPECTED.code();

    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndEnd, "stop"));
        return signal;
    }

    boolean isAsked() {
        return isAsked;
    }

    /** @param wakeUp ends a wait that may be long; run when the signal comes, or at once if it has come */
    void onAsked(Runnable wakeUp) {
        wakeUps.add(wakeUp);
        if (isAsked) {
            wakeUp.run();
        }
    }

    /** The sink has stopped, whether it was asked to or not. */
    void end(SinkExit exit) {
        exitCode = exit.code();
        done.countDown();
        System.exit(exitCode);
    }

    /** Without halt the JVM would end with 143 after a signal that was obeyed. */
    private void stopAndEnd() {
        isAsked = true;
        wakeUps.forEach(Runnable::run);
        try {
            boolean inTime = done.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(inTime ? exitCode : SinkExit.UNEXPECTED.code());
        } catch (InterruptedException cutShort) {
            Runtime.getRuntime().halt(SinkExit.UNEXPECTED.code());
        }
    }
}
