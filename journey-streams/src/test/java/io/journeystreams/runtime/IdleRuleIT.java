package io.journeystreams.runtime;

import static io.journeystreams.intake.Reports.clickstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.domain.time.JournalClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rule T4 on a real broker: silence moves the clock, and a backlog is not silence. */
@Timeout(180)
class IdleRuleIT {

    private static final long GRACE_MS = 1_000;
    private static final long IDLE_AFTER_MS = 2_000;
    private static final long HOUR_MS = 3_600_000;
    private static final int BACKLOG = 120_000;

    private static final ClockPolicy SHORT = new ClockPolicy(
            Duration.ofMillis(GRACE_MS), Duration.ofMillis(IDLE_AFTER_MS), Duration.ofMinutes(5), Duration.ofDays(3));

    /** One clickstream partition and the CRM topic are empty: their watermarks follow the wall all the time. */
    @Test
    void clockStaysInThePastUntilTheBacklogIsReadAndFollowsTheWallAfterwards(@TempDir Path directory) throws Exception {
        try (RunningProcessor processor = new RunningProcessor(directory, SHORT)) {
            long oldest = System.currentTimeMillis() - 3 * HOUR_MS;
            writeBacklog(processor, oldest);
            processor.start();

            awaitClockNearTheWall(processor);

            int events = 0;
            for (int partition = 0; partition < RunningProcessor.JOURNAL_PARTITIONS; partition++) {
                events += assertNoEventIsBehindTheClock(processor, partition);
            }
            assertThat(events).isEqualTo(BACKLOG);
            assertThat(processor.deadLetters).isEmpty();
        }
    }

    @Test
    void openTransactionOfAProducerHoldsTheClock(@TempDir Path directory) throws Exception {
        try (RunningProcessor processor = new RunningProcessor(directory, SHORT);
                KafkaProducer<byte[], byte[]> producer = processor.producer(Map.of("transactional.id", "shop"))) {
            processor.start();
            awaitClockNearTheWall(processor);

            producer.initTransactions();
            producer.beginTransaction();
            long openedAt = System.currentTimeMillis();
            var unused = producer.send(processor.record(
                    0, openedAt, clickstream("e1", "page_viewed", openedAt).build()));
            producer.flush();

            long held = openedAt + IDLE_AFTER_MS + 8_000;
            await().pollDelay(Duration.ofMillis(held - System.currentTimeMillis()))
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(processor.slowestClock()).isLessThan(openedAt));

            producer.commitTransaction();
            awaitClockNearTheWall(processor);
            assertNoEventIsBehindTheClock(processor, 0);
            assertNoEventIsBehindTheClock(processor, 1);
        }
    }

    private static void writeBacklog(RunningProcessor processor, long oldest) {
        try (KafkaProducer<byte[], byte[]> producer =
                processor.producer(Map.of("linger.ms", 20, "batch.size", 200_000))) {
            for (int i = 0; i < BACKLOG; i++) {
                long atMs = oldest + i;
                int partition = i % 2;
                var unused = producer.send(processor.record(
                        partition,
                        atMs,
                        clickstream("e" + i, "page_viewed", atMs)
                                .setAnonymousId("d" + i % 5_000)
                                .build()));
            }
        }
    }

    private static void awaitClockNearTheWall(RunningProcessor processor) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(processor.slowestClock())
                        .isGreaterThan(System.currentTimeMillis() - GRACE_MS - 4_000));
    }

    /** Reads the journal as the journey side does; the backlog was written in the order of time. */
    private static int assertNoEventIsBehindTheClock(RunningProcessor processor, int partition) {
        JournalClock clock = JournalClock.STOPPED;
        int events = 0;
        for (JournalEntry entry : processor.journal(partition)) {
            if (entry.getBody() instanceof Watermark watermark) {
                clock = clock.hear(
                        watermark.getSource(),
                        watermark.getSources(),
                        watermark.getTime().toEpochMilli(),
                        watermark.getCaughtUp(),
                        entry.getIntakeAt().toEpochMilli());
            } else if (entry.getBody() instanceof JournaledEvent event) {
                events++;
                assertThat(clock.timeMs()).isLessThan(event.getOccurredAt().toEpochMilli());
            }
        }
        assertThat(clock.timeMs()).isNotEqualTo(ClockReading.UNDEFINED);
        return events;
    }
}
