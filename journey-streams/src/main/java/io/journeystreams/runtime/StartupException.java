package io.journeystreams.runtime;

import org.jspecify.annotations.Nullable;

/** The processor cannot start, for a reason outside of it. */
public final class StartupException extends RuntimeException {

    /** What is wrong. */
    public enum Problem {
        MISSING_TOPICS,
        CLUSTER_UNREACHABLE
    }

    private final Problem problem;

    StartupException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
