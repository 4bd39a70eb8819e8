package io.journeystreams.mining;

/** A record that is no stage transition, or an incomplete one. The message says where it stands, and nothing of its values. */
public final class UnreadableTransitionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableTransitionException(String message) {
        super(message);
    }

    UnreadableTransitionException(String message, Throwable cause) {
        super(message, cause);
    }
}
