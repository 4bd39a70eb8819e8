package io.journeystreams.topics;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;

/** Says to a person what stands behind a client's exception. */
final class BrokerFailure {

    private BrokerFailure() {}

    static String inWords(Throwable failure, Duration limit) {
        if (failure instanceof TimeoutException || failure instanceof org.apache.kafka.common.errors.TimeoutException) {
            return "no broker answered within " + limit.toSeconds() + " s";
        }
        if (failure instanceof AuthenticationException) {
            return "the broker does not let us in: " + failure.getMessage();
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
