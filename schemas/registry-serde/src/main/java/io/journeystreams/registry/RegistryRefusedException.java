package io.journeystreams.registry;

import org.apache.kafka.common.KafkaException;

/**
 * The registry answered and refused: credentials, a wrong address, a schema that may not follow its predecessors. It says
 * nothing about the record in hand, and trying again does not help: someone must act.
 */
public final class RegistryRefusedException extends KafkaException {

    private final int status;

    RegistryRefusedException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** HTTP status of the answer, for example 401 or 409. */
    public int status() {
        return status;
    }
}
