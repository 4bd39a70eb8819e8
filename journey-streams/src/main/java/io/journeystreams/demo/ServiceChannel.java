package io.journeystreams.demo;

import java.time.Duration;
import java.util.Locale;

/** How the shop's service is asked, what it promises, and how it keeps that on a usual day. */
enum ServiceChannel {
    CHAT("requested", "ended", 5, 1, 6),
    CALL("queued", "ended", 8, 2, 9),
    TICKET("opened", "resolved", 20, 6, 24);

    private final String opened;
    private final String ended;
    private final Duration promise;
    private final Duration leastWait;
    private final Duration mostWait;

    ServiceChannel(String opened, String ended, int promiseSeconds, int leastWaitSeconds, int mostWaitSeconds) {
        this.opened = opened;
        this.ended = ended;
        this.promise = Duration.ofSeconds(promiseSeconds);
        this.leastWait = Duration.ofSeconds(leastWaitSeconds);
        this.mostWait = Duration.ofSeconds(mostWaitSeconds);
    }

    /** As settings and ids name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String openedType() {
        return text() + "_" + opened;
    }

    String answeredType() {
        return text() + "_answered";
    }

    String endedType() {
        return text() + "_" + ended;
    }

    /** Longest wait that is promised: seconds where a shop has minutes. */
    Duration promise() {
        return promise;
    }

    Duration leastWait() {
        return leastWait;
    }

    Duration mostWait() {
        return mostWait;
    }
}
