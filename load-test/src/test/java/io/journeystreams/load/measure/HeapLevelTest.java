package io.journeystreams.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapLevelTest {

    @Test
    void theLeastOfEachMinuteCounts() {
        // given
        List<String> lines = List.of(
                "[0.020s][info][gc] Using G1",
                "[1.1s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(64M) 3.500ms",
                "[59.9s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 44M->6M(64M) 1.500ms",
                "[60.0s][info][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 46M->8M(64M) 1.500ms",
                "[61.0s][info][gc] GC(3) Concurrent Mark Cycle",
                "[200.2s][info][gc] GC(4) Pause Young (Mixed) (G1 Evacuation Pause) 48M->5M(64M) 1.500ms");

        // then
        assertThat(HeapLevel.byMinute(lines)).containsExactly(4L, 8L, 5L);
    }

    @Test
    void theLastCollectionSaysWhatIsLeftNow() {
        // given
        List<String> lines = List.of(
                "[1.1s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(64M) 3.500ms",
                "[59.9s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 44M->6M(64M) 1.500ms",
                "[61.0s][info][gc] GC(2) Concurrent Mark Cycle");

        // then
        assertThat(HeapLevel.last(lines)).isEqualTo(6);
        assertThat(HeapLevel.last(List.of())).isZero();
    }
}
