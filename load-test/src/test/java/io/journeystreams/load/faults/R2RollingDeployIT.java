package io.journeystreams.load.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.load.rig.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fault R2: three instances are replaced one after the other while records come in. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class R2RollingDeployIT {

    private static final Duration SESSION = Duration.ofSeconds(30);

    @Test
    void everyInstanceFindsItsPartitionsAgainAndRestoresNothing() {
        try (RunningShop shop = RunningShop.open(3, SESSION, 60, Duration.ofSeconds(30))) {
            // given
            List<Instance> instances = shop.instances();
            await().atMost(SESSION).until(() -> partitions(instances).stream().noneMatch(Set::isEmpty));
            List<Set<Integer>> before = partitions(instances);

            // when
            for (Instance instance : instances) {
                RunningShop.stop(instance);
                instance.start();
                RunningShop.awaitReady(instance);
            }

            // then
            await().atMost(SESSION)
                    .untilAsserted(() -> assertThat(partitions(instances)).isEqualTo(before));
            assertThat(instances).allSatisfy(instance -> assertThat(instance.printed())
                    .contains("metrics at")
                    .doesNotContain("state restored"));
            shop.assertNothingIsLostOrTwice();
        }
    }

    /** Journal partitions by instance. */
    private static List<Set<Integer>> partitions(List<Instance> instances) {
        return instances.stream()
                .map(instance -> Set.copyOf(instance.metrics()
                        .byPartition("journey_clock_lag_seconds")
                        .keySet()))
                .toList();
    }
}
