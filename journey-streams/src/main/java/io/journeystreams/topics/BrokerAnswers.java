package io.journeystreams.topics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what the brokers answer, each time for so long and no longer. */
record BrokerAnswers(String bootstrapServers, Duration limit) {

    /**
     * @throws ExecutionException if the broker refuses
     * @throws BrokerUnreachableException if it does not answer
     */
    <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    /**
     * What the broker refuses, if it is a refusal of one of these kinds.
     *
     * @throws BrokerUnreachableException if it refuses for any other reason, or does not answer
     */
    @SafeVarargs
    final Optional<Throwable> refusal(KafkaFuture<?> answer, Class<? extends Throwable>... expected) {
        try {
            await(answer);
            return Optional.empty();
        } catch (ExecutionException e) {
            Throwable cause = causeOf(e);
            for (Class<? extends Throwable> kind : expected) {
                if (kind.isInstance(cause)) {
                    return Optional.of(cause);
                }
            }
            throw unreachable(cause);
        }
    }

    BrokerUnreachableException unreachable(Throwable cause) {
        return new BrokerUnreachableException(bootstrapServers + ": " + BrokerFailure.inWords(cause, limit), cause);
    }

    static Throwable causeOf(ExecutionException failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }
}
