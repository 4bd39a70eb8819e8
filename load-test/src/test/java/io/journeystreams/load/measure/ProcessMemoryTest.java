package io.journeystreams.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {

    @Test
    void whatIsResidentCounts() {
        assertThat(ProcessMemory.mbIn(List.of("Name:\tjava", "VmHWM:\t  900000 kB", "VmRSS:\t  204800 kB")))
                .isEqualTo(200);
    }

    @Test
    void aProcessThatHasEndedHasNone() {
        assertThat(ProcessMemory.mbIn(List.of("Name:\tjava", "State:\tZ (zombie)")))
                .isZero();
    }

    @Test
    void thisProcessHasSome() {
        assertThat(ProcessMemory.mb(ProcessHandle.current().pid())).isPositive();
    }
}
