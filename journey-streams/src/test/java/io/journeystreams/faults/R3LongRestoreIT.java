package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.rig.ProcessorProcess;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fault R3: an instance that restores for long is alive, not ready, and says how far it has come. */
@Timeout(300)
class R3LongRestoreIT {

    private static final int PROFILES = 15_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    @Test
    void liveIs200AllTheTimeAndReadyIs503WithThePercentageUntilItIsDone() throws Exception {
        try (CrowdedShop shop = CrowdedShop.open("restore-it")) {
            ProcessorProcess first = shop.start();
            long atMs = System.currentTimeMillis();
            for (int i = 0; i < PROFILES; i++) {
                shop.fillCart("d" + i, atMs);
            }
            shop.flush();
            await().atMost(PATIENCE)
                    .until(() -> first.gauge("journey_events_total").stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum()
                            >= PROFILES);
            first.stop();
            shop.deleteState();

            ProcessorProcess second = shop.start("kafka.properties.restore.consumer.max.poll.records=200");
            Set<String> notReady = new LinkedHashSet<>();
            await().atMost(PATIENCE).until(() -> second.status("/live") == OK);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
                int ready = second.status("/ready");
                assertThat(second.status("/live")).isEqualTo(OK);
                assertThat(ready).isIn(OK, UNAVAILABLE);
                notReady.add(second.page("/ready"));
                return ready == OK;
            });

            assertThat(notReady)
                    .as("what was said on the way")
                    .anyMatch(said -> said.matches("(?s)restoring state: [1-9]\\d? %.*"));
            assertThat(second.page("/status")).contains("\"ready\":true");
        }
    }
}
