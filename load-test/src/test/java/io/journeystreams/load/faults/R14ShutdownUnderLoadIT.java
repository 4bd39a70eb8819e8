package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.load.rig.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fault R14: who is asked to stop stops in time although records come in, and goes on next time without restoring anything. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class R14ShutdownUnderLoadIT {

    private static final Duration SESSION = Duration.ofSeconds(30);
    private static final String RESTORED = "state restored";

    @Test
    void stopsWithinTenSecondsUnderLoadAndRestoresNothingNextTime() {
        try (RunningShop shop = RunningShop.open(1, SESSION, 400, Duration.ofSeconds(12))) {
            // given
            Instance instance = shop.instances().get(0);
            shop.awaitJournaled(300);

            // when
            RunningShop.stop(instance);
            long journaled = shop.journaled();
            instance.start();
            RunningShop.awaitReady(instance);
            shop.awaitJournaled(journaled + 300);

            // then
            assertThat(instance.printed()).doesNotContain(RESTORED);
            shop.assertNothingIsLostOrTwice();

            // when it has lost its state, it does restore
            instance.deleteState();
            instance.start();
            RunningShop.awaitReady(instance);

            // then
            assertThat(instance.printed()).contains(RESTORED);
        }
    }
}
