package io.journeystreams.state.codec;

/** Stored bytes are of a known version, but do not make a profile. */
public final class UnreadableStateException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableStateException(String message) {
        super(message);
    }

    UnreadableStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
