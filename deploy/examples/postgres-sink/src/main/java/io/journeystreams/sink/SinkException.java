package io.journeystreams.sink;

/** Why the sink cannot go on. Nothing of the batch at hand is in the database. */
public final class SinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SinkExit exit;

    /** @param message for people; holds no values of records */
    public SinkException(SinkExit exit, String message) {
        super(message);
        this.exit = exit;
    }

    public SinkException(SinkExit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    public SinkExit exit() {
        return exit;
    }
}
