package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.domain.engine.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JourneyTopologyTest {

    private static final Duration UNTIL_THE_CART_IS_DUE = Duration.ofMinutes(63);
    private static final Duration UNTIL_ALL_IS_FORGOTTEN = Duration.ofDays(40);

    @Test
    void cartThatIsLeftBecomesOneAlertAndLeavesNoDeadlineBehind() {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            addToCart(run, 1);
            assertThat(run.entriesOf(StoreNames.DEADLINES)).isEqualTo(1);

            run.waitFor(UNTIL_THE_CART_IS_DUE);

            assertThat(run.alerts())
                    .extracting(AbandonmentEvent::getProfile, AbandonmentEvent::getState, AbandonmentEvent::getDeadline)
                    .containsExactly(tuple("a:d1", AbandonmentState.ABANDONED, Instant.ofEpochMilli(minutes(60))));
            assertThat(run.meters.count(Outcome.APPLIED)).isEqualTo(1);
            assertThat(run.meters.tally.abandoned()).isEqualTo(1);
            assertThat(run.meters.tally.isConserved()).isTrue();

            run.waitFor(UNTIL_ALL_IS_FORGOTTEN);
            assertThat(run.alerts()).extracting(AbandonmentEvent::getState).containsExactly(AbandonmentState.EXPIRED);
            assertThat(run.entriesOf(StoreNames.DEADLINES)).isZero();
            assertThat(run.deadLetters()).isEmpty();
        }
    }

    @Test
    void cartThatIsBoughtInTimeBecomesNone() {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            run.clickstream(
                    "d1",
                    clickstream("e1", "product_added", BEGINNING)
                            .setCustomerId("7")
                            .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                            .build());
            run.crm(
                    "7",
                    crm("o1", "order_placed", minutes(1))
                            .setOrderId("o1")
                            .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                            .build());
            run.waitFor(UNTIL_THE_CART_IS_DUE);
            assertThat(run.alerts()).isEmpty();
        }
    }

    @Test
    void whatIsDueAtOnceIsFiredInPortionsAndSaysTheSame() {
        firesInPortionsOf(3, new SweepBudget(Duration.ofMinutes(1), 3, Duration.ofMillis(100)));
    }

    @Test
    void aSweepThatHasNoTimeFiresTheFirst() {
        firesInPortionsOf(1, new SweepBudget(Duration.ofNanos(1), 250, Duration.ofMillis(100)));
    }

    private static void firesInPortionsOf(int portion, SweepBudget small) {
        List<AbandonmentEvent> atOnce;
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            atOnce = leaveCarts(run);
        }
        try (TopologyRun run = new TopologyRun(BEGINNING, small)) {
            List<AbandonmentEvent> first = leaveCarts(run);
            assertThat(first).hasSize(portion);
            assertThat(run.meters.deadlinesDue).isPositive();

            List<AbandonmentEvent> all = new ArrayList<>(first);
            for (int i = 0; i < 10; i++) {
                run.waitFor(Duration.ofMillis(100));
                all.addAll(run.alerts());
            }
            assertThat(all).extracting(AvroCodecs::encode).containsExactlyElementsOf(encoded(atOnce));
            assertThat(run.meters.deadlinesDue).isZero();
        }
    }

    private static List<byte[]> encoded(List<AbandonmentEvent> alerts) {
        return alerts.stream().map(AvroCodecs::encode).toList();
    }

    private static List<AbandonmentEvent> leaveCarts(TopologyRun run) {
        for (int customer = 0; customer < 8; customer++) {
            addToCart(run, customer);
        }
        run.waitFor(UNTIL_THE_CART_IS_DUE);
        return run.alerts();
    }

    private static void addToCart(TopologyRun run, int customer) {
        run.clickstream(
                "d" + customer,
                clickstream("e" + customer, "product_added", BEGINNING)
                        .setAnonymousId("d" + customer)
                        .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                        .build());
    }
}
