package io.journeystreams.topics;

/** No broker answered in time, or none let us in; the message says which and why. */
public final class BrokerUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokerUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
