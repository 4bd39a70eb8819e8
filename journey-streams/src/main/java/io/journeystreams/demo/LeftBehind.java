package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentKind;
import java.util.Optional;

/**
 * What a shopper left unfinished.
 *
 * @param sinceMs when they last did something before it, epoch milliseconds
 */
record LeftBehind(AbandonmentKind kind, long sinceMs) {

    static Optional<LeftBehind> nothing() {
        return Optional.empty();
    }

    static Optional<LeftBehind> now(AbandonmentKind kind, Diary diary) {
        return Optional.of(new LeftBehind(kind, diary.lastActivityMs()));
    }

    /** Deadline of the reminder, epoch milliseconds. */
    long dueMs() {
        return sinceMs + DemoRules.delayOf(kind).toMillis();
    }
}
