package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.intake.RejectionReason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A profile that no changelog would take is not stored: the event that would make it so is a dead letter (fault R8). */
@Timeout(60)
class ProfileTooLargeTest {

    private static final int LARGE = 400_000;

    @Test
    void eventThatWouldMakeTheProfileTooLargeIsADeadLetterAndTheNextOneIsTaken() {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            // when
            run.clickstream("d1", large("e1"));
            run.clickstream("d1", large("e2"));
            run.clickstream("d1", large("e3"));
            run.clickstream("d1", clickstream("e4", "page_viewed", BEGINNING).build());

            // then
            assertThat(run.deadLetters()).hasSize(1);
            assertThat(run.meters.count(RejectionReason.TOO_LARGE)).isEqualTo(1);
            assertThat(run.meters.count(Outcome.APPLIED)).isEqualTo(3);
        }
    }

    /** Texts are stored once, so each has its own. */
    private static ClickstreamEvent large(String id) {
        return clickstream(id, "page_viewed", BEGINNING)
                .setAttributes(Map.of("note", id + "x".repeat(LARGE)))
                .build();
    }
}
