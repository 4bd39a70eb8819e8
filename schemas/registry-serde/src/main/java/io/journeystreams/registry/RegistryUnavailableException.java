package io.journeystreams.registry;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The registry could not be reached, or had a fault of its own (5xx, 408, 429), and still did after the retries. It says
 * nothing about the record in hand: try the same record again later, never reject it.
 */
public final class RegistryUnavailableException extends RetriableException {

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
