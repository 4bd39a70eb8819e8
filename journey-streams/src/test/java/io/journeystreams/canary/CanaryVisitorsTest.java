package io.journeystreams.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.topology.JournalPartitioner;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanaryVisitorsTest {

    @Test
    void eachPartitionOfTheJournalHasOneVisitor() {
        CanaryVisitors visitors = CanaryVisitors.of("one", 6);
        assertThat(visitors.count()).isEqualTo(6);
        for (int partition = 0; partition < 6; partition++) {
            String profile = "a:" + visitors.anonymousId(partition);
            assertThat(new JournalPartitioner()
                            .partitions("journal", profile.getBytes(StandardCharsets.UTF_8), new byte[0], 6))
                    .contains(Set.of(partition));
            assertThat(visitors.partitionOf(profile)).contains(partition);
        }
    }

    @Test
    void instancesHaveVisitorsOfTheirOwnAndTheSameAfterARestart() {
        CanaryVisitors one = CanaryVisitors.of("one", 2);
        assertThat(CanaryVisitors.of("one", 2).anonymousId(1)).isEqualTo(one.anonymousId(1));
        assertThat(CanaryVisitors.of("two", 2).partitionOf("a:" + one.anonymousId(1)))
                .isEmpty();
    }
}
