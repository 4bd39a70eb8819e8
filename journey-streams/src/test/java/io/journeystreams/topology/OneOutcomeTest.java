package io.journeystreams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.faults.BrokenPayloads;
import io.journeystreams.intake.Reports;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fault S5: whatever a record holds, it is one event of the journal or one dead letter, and the task goes on. */
@Timeout(60)
class OneOutcomeTest {

    private static final int RECORDS = 2_000;
    private static final long SEED = Long.getLong("seed", 20_260_302L);

    @Test
    void aBrokenRecordIsOneEventOrOneDeadLetter() {
        // given
        Random random = new Random(SEED);
        byte[] good = AvroCodecs.encode(Reports.clickstream("e-1", "product_added", Reports.BEGINNING)
                .setLines(List.of(Reports.line("p1", 2, "12.50", "EUR")))
                .build());
        try (TopologyRun run = TopologyRun.at(Reports.BEGINNING)) {
            for (int i = 0; i < RECORDS; i++) {
                byte[] payload = BrokenPayloads.of(good, random);

                // when
                run.clickstream("d1".getBytes(StandardCharsets.UTF_8), payload);

                // then
                assertThat(run.journaledEvents().size() + run.deadLetters().size())
                        .as("rerun with -Dseed=%d, record %d", SEED, i)
                        .isEqualTo(1);
            }
        }
    }
}
