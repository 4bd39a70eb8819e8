package io.journeystreams.load.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyRequestTest {

    @Test
    void thereIsOneVisitorToTenEventsUnlessTheyWouldBeTooFast() {
        assertThat(request(2_000, 80, 0).visitors()).isEqualTo(16_000);
        assertThat(request(2_000, 10, 0).visitors()).isEqualTo(10_000);
        assertThat(request(2_000, 80, 12_000).visitors()).isEqualTo(12_000);
    }

    @Test
    void visitorsWhoWouldCountAsProgramsAreRefused() {
        assertThatThrownBy(() -> request(2_000, 80, 9_999)).hasMessageContaining("at least 10000 visitors");
    }

    @Test
    void theCommandThatDoesTheSameAgainNamesEverything() {
        assertThat(request(50, 80, 0).command())
                .isEqualTo("./journey load steady --seed 1 --rate 50 --warm-up 0 --seconds 80 --instances 1 --threads 1"
                        + " --visitors 400 --partitions 4 --jvm='-Xmx1g'");
    }

    private static SteadyRequest request(int rate, int seconds, int visitors) {
        return new SteadyRequest(1, rate, 0, seconds, 1, 1, visitors, 4, false, List.of("-Xmx1g"), Path.of("x"));
    }
}
