package io.journeystreams.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessCpuTest {

    private static final String AFTER_NAME = " S 1 4242 4242 0 -1 4194560 100 0 0 0 731 269 5 7 20 0 44 0 100 9 9\n";

    @Test
    void userAndSystemTicksAreTenMillisecondsEach() {
        assertThat(ProcessCpu.msIn("4242 (java)" + AFTER_NAME)).isEqualTo(10_000);
    }

    @Test
    void aNameMayHoldSpacesAndParentheses() {
        assertThat(ProcessCpu.msIn("4242 (a (very) odd name)" + AFTER_NAME)).isEqualTo(10_000);
    }

    @Test
    void whatIsCutOffIsRefused() {
        assertThatThrownBy(() -> ProcessCpu.msIn("4242 (java) S 1 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4242 (java) S 1 2");
    }

    @Test
    void thisProcessHasUsedSome() {
        assertThat(ProcessCpu.ms(ProcessHandle.current().pid())).isPositive();
    }
}
