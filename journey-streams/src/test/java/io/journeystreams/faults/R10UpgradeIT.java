package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.ProcessorProcess;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fault R10: a version takes over from an older one, on the same broker and the same state directory.
 * {@code .ci/upgrade REVISION} builds the older one and runs this.
 */
@Timeout(300)
@EnabledIfSystemProperty(
        named = R10UpgradeIT.OLDER_VERSION,
        matches = ".+",
        disabledReason = "there is an older version only where .ci/upgrade has built one")
class R10UpgradeIT {

    /** Its classpath. */
    static final String OLDER_VERSION = "upgrade.from";

    private static final int VISITORS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void newVersionGoesOnWhereTheOldOneStopped() throws Exception {
        try (CrowdedShop shop = CrowdedShop.open("upgrade-it")) {
            ProcessorProcess older = shop.startVersion(System.getProperty(OLDER_VERSION), "abandonment.cart.delay=45s");
            long atMs = System.currentTimeMillis();
            IntStream.range(0, VISITORS).forEach(i -> shop.fillCart("left" + i, atMs));
            IntStream.range(0, VISITORS).forEach(i -> shop.fillCart("before" + i, atMs));
            IntStream.range(0, VISITORS).forEach(i -> shop.fillCart("after" + i, atMs));
            IntStream.range(0, VISITORS).forEach(i -> shop.buy("before" + i, atMs + 1));
            shop.flush();
            await().atMost(PATIENCE).until(() -> events(older) >= 4 * VISITORS);
            older.stop();

            IntStream.range(0, VISITORS).forEach(i -> shop.buy("after" + i, System.currentTimeMillis()));
            shop.flush();
            ProcessorProcess newer = shop.start("abandonment.cart.delay=45s");
            Alerts alerts = new Alerts(shop.cluster);
            await().atMost(PATIENCE).until(() -> newer.status("/ready") == 200);
            await().atMost(PATIENCE).until(() -> alerts.facts().size() >= VISITORS);

            List<String> left =
                    IntStream.range(0, VISITORS).mapToObj(i -> "a:left" + i).toList();
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                            alerts.facts())
                    .extracting(AbandonmentEvent::getProfile)
                    .containsExactlyInAnyOrderElementsOf(left));
        }
    }

    private static double events(ProcessorProcess process) throws Exception {
        return process.gauge("journey_events_total").stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
