package io.journeystreams.load.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.journeystreams.load.rig.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fault R12: the network between instances and broker is cut, or swallows everything, for longer than a session. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class R12CutNetworkIT {

    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final long LONGER_SECONDS = 8;

    @Test
    void noRecordIsLostOrTakenTwice() {
        try (RunningShop shop = RunningShop.open(2, SESSION, 60, Duration.ofSeconds(24))) {
            // given
            Instance first = shop.instances().get(0);
            Instance second = shop.instances().get(1);
            shop.awaitJournaled(50);

            // when
            first.network().silence();
            await().pollDelay(LONGER_SECONDS, SECONDS).until(() -> true);
            second.network().cut();
            first.network().open();
            await().pollDelay(LONGER_SECONDS, SECONDS).until(() -> true);
            second.network().open();

            // then
            shop.assertNothingIsLostOrTwice();
        }
    }
}
