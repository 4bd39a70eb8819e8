package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.state.HeapBudget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A transaction fails, and Kafka Streams closes the task and starts it anew in the same context: what the first had read is rolled
 * back, and read again (fault R12, rule T4).
 */
@Timeout(60)
class TaskRevivalTest {

    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final TaskProcessor intake = new TaskProcessor(started -> new IntakeTask(
            started,
            IntakeNode.CLICKSTREAM,
            new JourneySettings(
                    EnginePolicy.defaults(),
                    TopologyRun.SOURCES,
                    AvroCodecs.all(),
                    (partition, lastProcessedOffset, nowMs) -> Optional.empty(),
                    new Recorded(),
                    Sweeps.UNHURRIED,
                    RecordLimits.defaults(),
                    HeapBudget.usual())));

    @Test
    void aTaskThatWasClosedSpeaksOfNothingThatItHadRead() {
        context.setCurrentSystemTimeMs(BEGINNING);
        context.setRecordMetadata(Topics.CLICKSTREAM, 0, 0);
        intake.init(context);
        intake.process(event("e1", BEGINNING - 1_000));
        assertThat(journal()).as("an event and a watermark").hasSize(2);
        intake.process(event("e2", BEGINNING));

        intake.close();
        context.resetForwards();
        intake.init(context);
        secondsPass(10);

        assertThat(journal()).isEmpty();
    }

    private static Record<byte[], byte[]> event(String id, long atMs) {
        byte[] value = AvroCodecs.encode(
                clickstream(id, "page_viewed", atMs).setAnonymousId("d1").build());
        return new Record<>("d1".getBytes(StandardCharsets.UTF_8), value, atMs);
    }

    private void secondsPass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            context.setCurrentSystemTimeMs(context.currentSystemTimeMs() + 1_000);
            context.scheduledPunctuators().stream()
                    .filter(scheduled -> !scheduled.cancelled())
                    .forEach(scheduled -> scheduled.getPunctuator().punctuate(context.currentSystemTimeMs()));
        }
    }

    private List<CapturedForward<? extends byte[], ? extends byte[]>> journal() {
        return context.forwarded(Nodes.CLICKSTREAM_JOURNAL);
    }
}
