package io.journeystreams.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatsTest {

    private final List<String> said = new ArrayList<>();
    private final Beats beats = new Beats(new CanaryMeters() {
        @Override
        public void beatSeen(int journalPartition, Duration latency) {
            said.add(journalPartition + " seen after " + latency);
        }

        @Override
        public void beatMissed(int journalPartition) {
            said.add(journalPartition + " missed");
        }
    });

    @Test
    void beatThatComesOutIsSeenOnceWithItsLatency() {
        beats.sent(3, 1_000, 0);
        beats.came(3, 1_000, 5_000_000);
        beats.came(3, 1_000, 9_000_000);
        assertThat(said).containsExactly("3 seen after PT0.005S");
    }

    @Test
    void beatThatIsNotOutWhenTheNextIsSentIsMissed() {
        beats.sent(3, 1_000, 0);
        beats.sent(3, 2_000, 1);
        beats.came(3, 1_000, 2);
        assertThat(said).containsExactly("3 missed");
    }

    @Test
    void otherOutputsAndOtherPartitionsAreNotTheBeat() {
        beats.sent(3, 1_000, 0);
        beats.came(3, 999, 1);
        beats.came(4, 1_000, 1);
        assertThat(said).isEmpty();
    }
}
