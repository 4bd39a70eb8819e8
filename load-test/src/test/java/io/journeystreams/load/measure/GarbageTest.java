package io.journeystreams.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GarbageTest {

    @Test
    void whatTheHeapGrewByBetweenPausesWasAllocated() {
        // given
        List<String> lines = List.of(
                "[0.020s][info][gc] Using G1",
                "[1.1s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(64M) 3.500ms",
                "[1.2s][info][gc] GC(1) Concurrent Mark Cycle",
                "[2.1s][info][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 44M->6M(64M) 1.500ms");

        // when
        Garbage garbage = Garbage.in(lines);

        // then
        assertThat(garbage).isEqualTo(new Garbage(2, 5.0, 64));
    }

    @Test
    void ofACollectorThatNeverStoppedNothingIsKnown() {
        assertThat(Garbage.in(List.of("[0.020s][info][gc] Using G1"))).isEqualTo(new Garbage(0, 0, 0));
    }
}
