package io.journeystreams.runtime;

import static io.journeystreams.intake.Reports.clickstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.domain.time.ClockPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An absent registry says nothing about the data (fault R5). Stream threads that die of the outage are replaced: their
 * exceptions are expected and must not end the waiting.
 */
@Timeout(240)
class R5RegistryOutageIT {

    private static final int EVENTS = 100;

    /** {@code -Dregistry.outage.seconds=60} for the outage of a minute. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("registry.outage.seconds", 5));

    @Test
    void recordsWaitForTheRegistryAndNoneBecomesADeadLetter(@TempDir Path directory) throws Exception {
        try (RunningProcessor processor = new RunningProcessor(directory, ClockPolicy.defaults())) {
            write(processor);
            processor.stopRegistry();
            processor.start();
            await().dontCatchUncaughtExceptions()
                    .pollDelay(OUTAGE)
                    .atMost(OUTAGE.multipliedBy(2))
                    .untilAsserted(() -> assertThat(processor.deadLetters).isEmpty());
            processor.startRegistry();
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(journaledEvents(processor)).isEqualTo(EVENTS));
            assertThat(processor.deadLetters).isEmpty();
        }
    }

    private static void write(RunningProcessor processor) {
        try (KafkaProducer<byte[], byte[]> producer = processor.producer(Map.of())) {
            long now = System.currentTimeMillis();
            for (int i = 0; i < EVENTS; i++) {
                var unused = producer.send(processor.record(
                        i % 3, now, clickstream("e" + i, "page_viewed", now).build()));
            }
        }
    }

    private static int journaledEvents(RunningProcessor processor) {
        return IntStream.range(0, RunningProcessor.JOURNAL_PARTITIONS)
                .map(partition -> (int) processor.journal(partition).stream()
                        .filter(entry -> entry.getBody() instanceof JournaledEvent)
                        .count())
                .sum();
    }
}
