package io.journeystreams.churn;

/** The orders do not say what is asked of them; the message says why and what to do. */
public final class UnfittableException extends Exception {

    private static final long serialVersionUID = 1;

    private final Problem problem;

    UnfittableException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** Why nothing can be fitted or measured. */
    public enum Problem {
        TOO_FEW_CUSTOMERS,
        TOO_SHORT,
        NO_REPEATS,
        DIVERGED,
        NOTHING_HELD_OUT
    }

    public Problem problem() {
        return problem;
    }
}
