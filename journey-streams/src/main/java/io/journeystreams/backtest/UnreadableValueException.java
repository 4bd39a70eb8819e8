package io.journeystreams.backtest;

import java.io.IOException;

/** A value is not what the canonical event has at its place. */
final class UnreadableValueException extends IOException {

    private final String problem;

    UnreadableValueException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }

    /** The same, said of the field in which it happened. */
    UnreadableValueException in(String field) {
        return new UnreadableValueException(field + ": " + problem);
    }
}
