package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault R1: very many deadlines of one partition fall due at the same millisecond. The member stays in its group, and events go on
 * to be taken in. {@code -Davalanche=1000000} for a million.
 */
@Timeout(1_800)
class R1AvalancheIT {

    private static final int CARTS = Integer.getInteger("avalanche", 15_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60 + CARTS / 500);
    private static final long AWAY_AT_MOST_MS = 30_000;

    /** Long enough to read all carts before they are due. */
    private static final Duration DELAY = Duration.ofSeconds(10 + CARTS / 4_000);

    @Test
    void memberStaysAndEventsAreTakenInWhileAllIsFired() throws Exception {
        try (CrowdedShop shop = CrowdedShop.open("avalanche-it")) {
            ProcessorProcess process = shop.start(
                    "kafka.properties.max.poll.interval.ms=" + AWAY_AT_MOST_MS,
                    "abandonment.cart.delay=" + DELAY.toSeconds() + "s");
            long atMs = System.currentTimeMillis();
            for (int i = 0; i < CARTS; i++) {
                shop.fillCart("d" + i, atMs);
            }
            shop.flush();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> due(process) > 0);
            assertThat(events(process)).as("carts read before they were due").isEqualTo(CARTS);

            long beganAtMs = System.currentTimeMillis();
            int views = 0;
            long slowestMs = 0;
            while (due(process) > 0) {
                slowestMs = Math.max(slowestMs, takeIn(process, shop, "v" + views++));
            }

            System.out.printf(
                    "%d deadlines at once in %d ms: %d events were taken in meanwhile, the slowest in %d ms%n",
                    CARTS, System.currentTimeMillis() - beganAtMs, views, slowestMs);
            assertThat(views).isGreaterThan(1);
            assertThat(slowestMs).isLessThan(AWAY_AT_MOST_MS);
            await("the last sweep is committed")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> alerted(shop).size() >= CARTS);
            assertThat(alerted(shop)).doesNotHaveDuplicates().hasSize(CARTS);
            assertThat(Files.readString(shop.log))
                    .doesNotContain("consumer poll timeout has expired")
                    .doesNotContain("ProducerFenced");
        }
    }

    /** Profiles, one for each alert. */
    private static List<String> alerted(CrowdedShop shop) {
        return shop.cluster.keys(Topics.ABANDONMENT);
    }

    /** How long it takes until an event that is sent now has been processed, milliseconds. */
    private static long takeIn(ProcessorProcess process, CrowdedShop shop, String device) throws Exception {
        double before = events(process);
        long sentAtMs = System.currentTimeMillis();
        shop.view(device, sentAtMs);
        shop.flush();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> events(process) > before);
        return System.currentTimeMillis() - sentAtMs;
    }

    private static double due(ProcessorProcess process) throws IOException, InterruptedException {
        return sum(process, "journey_deadlines_due");
    }

    private static double events(ProcessorProcess process) throws IOException, InterruptedException {
        return sum(process, "journey_events_total");
    }

    private static double sum(ProcessorProcess process, String gauge) throws IOException, InterruptedException {
        return process.gauge(gauge).stream().mapToDouble(Double::doubleValue).sum();
    }
}
