package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault R12 and all the others at once: everything that can die dies, and what was published is what the inputs demand. Another
 * seed with {@code -Dfaults.seed=…}, longer with {@code -Dfaults.seconds=…}; or {@code ./journey load faults}.
 */
@Timeout(600)
class FaultRunIT {

    private static final long SEED = Long.getLong("faults.seed", 1);
    private static final int SECONDS = Integer.getInteger("faults.seconds", 45);

    @Test
    void whateverDiesTheOutputsAreThoseThatTheInputsDemand() {
        // given
        Path directory =
                Path.of("target", "fault-run", UUID.randomUUID().toString()).toAbsolutePath();
        FaultRunRequest request =
                new FaultRunRequest(SEED, Duration.ofSeconds(SECONDS), new Processors(2, 1, 1), 60, directory);

        // when
        RunReport report = new FaultRun(request, System.out::println).run();

        // then
        System.out.println(report.text());
        assertThat(report.holds()).as(report.text()).isTrue();
    }
}
