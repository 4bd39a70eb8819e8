package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shown of an input partition goes with it, so that its lag does not grow for ever where it was read before. */
@Timeout(60)
class SourceReleasedTest {

    @Test
    void aSourceIsReleasedWhenItsTaskEnds() {
        // given
        TopologyRun run = TopologyRun.at(BEGINNING);
        assertThat(run.meters.sourcesReleased).isEmpty();

        // when
        run.close();

        // then
        assertThat(run.meters.sourcesReleased).containsExactlyInAnyOrder(Topics.CLICKSTREAM + "-0", Topics.CRM + "-0");
    }
}
