package io.journeystreams.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No broker is there: what the producer itself says to calls out of order tells whether it was asked. */
class AbortingOnceProducerTest {

    private final AbortingOnceProducer producer =
            new AbortingOnceProducer(Map.of("bootstrap.servers", "127.0.0.1:1", "transactional.id", "a-thread"));

    @AfterEach
    void close() {
        producer.close(Duration.ZERO);
    }

    @Test
    void beginsTransactionsAsLongAsNoneWasAborted() {
        assertThatThrownBy(producer::beginTransaction).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isFencedOnceItHasAborted() {
        // when
        assertThatThrownBy(producer::abortTransaction).isInstanceOf(IllegalStateException.class);

        // then
        assertThatThrownBy(producer::beginTransaction).isInstanceOf(ProducerFencedException.class);
    }
}
