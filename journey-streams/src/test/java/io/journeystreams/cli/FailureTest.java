package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void whatNobodyExpectedSaysHowToFindOutMore() {
        // when
        Failure failure = Failure.of(new IllegalStateException("broken"));

        // then
        assertThat(failure.exit()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(failure.text()).isEqualTo("unexpected IllegalStateException: broken; --verbose shows where");
    }
}
