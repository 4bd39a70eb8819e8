package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault T6: deadlines that are in the past when they are set, or set out of their order, fire exactly once. */
@Timeout(60)
class T6DeadlinesInAnyOrderTest {

    private static final int CARTS = 300;
    private static final SweepBudget SEVEN_AT_A_TIME =
            new SweepBudget(Duration.ofSeconds(1), 7, Duration.ofMillis(100));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyDeadlineFiresOnce(long seed) {
        Random random = new Random(seed);
        List<Integer> carts = new ArrayList<>(IntStream.range(0, CARTS).boxed().toList());
        Collections.shuffle(carts, random);
        List<AbandonmentEvent> alerts = new ArrayList<>();
        try (TopologyRun run = new TopologyRun(BEGINNING, SEVEN_AT_A_TIME)) {
            for (int cart : carts) {
                leave(run, cart);
                if (random.nextInt(20) == 0) {
                    run.waitFor(Duration.ofMinutes(10));
                }
            }
            run.waitFor(Duration.ofHours(2));
            for (int i = 0; i < CARTS; i++) {
                run.waitFor(Duration.ofMillis(100));
            }
            alerts.addAll(run.alerts());
            assertThat(run.meters.deadlinesDue).isZero();
        }

        assertThat(alerts)
                .filteredOn(alert -> alert.getState() == AbandonmentState.ABANDONED)
                .extracting(AbandonmentEvent::getProfile)
                .containsExactlyInAnyOrderElementsOf(
                        carts.stream().map(cart -> "a:d" + cart).toList());
        assertThat(alerts)
                .extracting(alert -> alert.getDeadline().toEpochMilli())
                .allMatch(deadlineMs -> (BEGINNING - deadlineMs) % 60_000 == 0);
    }

    /** Some hours ago: the later the number, the earlier the cart. */
    private static void leave(TopologyRun run, int cart) {
        long atMs = BEGINNING - Duration.ofMinutes(2L * cart).toMillis();
        run.clickstream(
                "d" + cart,
                clickstream("e" + cart, "product_added", atMs)
                        .setAnonymousId("d" + cart)
                        .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                        .build());
    }
}
