package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.intake.ReadStanding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A journey task that starts has a journal to read that was written meanwhile (rule T5). */
@Timeout(60)
class JournalReadLateTest {

    private static final Duration UNTIL_THE_CART_IS_DUE = Duration.ofMinutes(73);
    private static final long SOMEWHERE_FURTHER_ON = 1_000_000;

    private final Journal journal = new Journal();

    /** Inputs are read to their end; of the journal more was written, or not. */
    private static final class Journal implements ReadProgress {

        private boolean readLate;
        private boolean othersReadLate;

        @Override
        public Optional<ReadStanding> of(TopicPartition partition, long lastProcessedOffset, long nowMs) {
            boolean isBehind = readLate && partition.topic().equals(Topics.JOURNAL);
            return Optional.of(new ReadStanding(0, isBehind ? SOMEWHERE_FURTHER_ON : 0, nowMs));
        }

        @Override
        public boolean isWholeJournalRead(long nowMs) {
            return !othersReadLate;
        }
    }

    @Test
    void nobodyIsRemindedBeforeTheJournalHasBeenReadToWhereItEndedWhenTheTaskStarted() {
        journal.readLate = true;
        try (TopologyRun run = TopologyRun.at(BEGINNING, journal)) {
            leaveCart(run);
            run.waitFor(UNTIL_THE_CART_IS_DUE);
            assertThat(run.alerts()).isEmpty();

            run.crm(
                    "7",
                    crm("o1", "order_placed", minutes(70))
                            .setOrderId("o1")
                            .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                            .build());
            journal.readLate = false;
            run.waitFor(Duration.ofMinutes(5));

            assertThat(run.alerts())
                    .extracting(
                            AbandonmentEvent::getState, AbandonmentEvent::getActionable, AbandonmentEvent::getReason)
                    .containsExactly(
                            tuple(AbandonmentState.ABANDONED, false, AbandonmentReason.ALREADY_RESOLVED),
                            tuple(AbandonmentState.RECOVERED, false, AbandonmentReason.NONE));
        }
    }

    @Test
    void whoHasNotBoughtIsRemindedOnceItHas() {
        journal.readLate = true;
        try (TopologyRun run = TopologyRun.at(BEGINNING, journal)) {
            leaveCart(run);
            run.waitFor(UNTIL_THE_CART_IS_DUE);
            assertThat(run.alerts()).isEmpty();

            journal.readLate = false;
            run.waitFor(Duration.ofMinutes(5));

            assertThat(run.alerts())
                    .extracting(AbandonmentEvent::getState, AbandonmentEvent::getActionable)
                    .containsExactly(tuple(AbandonmentState.ABANDONED, true));
        }
    }

    /** Whoever reads another partition may still pass on a purchase that was made under another name. */
    @Test
    void nobodyIsRemindedWhileAnotherPartitionIsReadLate() {
        journal.othersReadLate = true;
        try (TopologyRun run = TopologyRun.at(BEGINNING, journal)) {
            leaveCart(run);
            run.waitFor(UNTIL_THE_CART_IS_DUE);
            assertThat(run.alerts()).isEmpty();

            journal.othersReadLate = false;
            run.waitFor(Duration.ofMinutes(5));

            assertThat(run.alerts())
                    .extracting(AbandonmentEvent::getState, AbandonmentEvent::getActionable)
                    .containsExactly(tuple(AbandonmentState.ABANDONED, true));
        }
    }

    /** Whoever reads the other customer's partition hands over what still waits there. */
    @Test
    void whatACustomerHasLeftWhoIsMergedMeanwhileIsToldOnceItHas() {
        journal.readLate = true;
        try (TopologyRun run = TopologyRun.at(BEGINNING, journal)) {
            leaveCart(run, "d1", "7");
            leaveCart(run, "d2", "8");
            run.waitFor(UNTIL_THE_CART_IS_DUE);
            run.crm(
                    "7",
                    crm("m1", "customers_merged", minutes(70))
                            .setAttributes(Map.of("from", "7", "to", "8"))
                            .build());
            run.waitFor(Duration.ofMinutes(5));
            assertThat(run.alerts()).isEmpty();

            journal.readLate = false;
            run.waitFor(Duration.ofMinutes(5));

            assertThat(run.alerts())
                    .extracting(
                            AbandonmentEvent::getProfile, AbandonmentEvent::getSubjectId, AbandonmentEvent::getState)
                    .containsExactlyInAnyOrder(
                            tuple("c:8", "cart-of-7", AbandonmentState.ABANDONED),
                            tuple("c:8", "cart-of-8", AbandonmentState.ABANDONED));
        }
    }

    private static void leaveCart(TopologyRun run) {
        leaveCart(run, "d1", "7");
    }

    private static void leaveCart(TopologyRun run, String device, String customer) {
        run.clickstream(
                device,
                clickstream("e" + customer, "product_added", BEGINNING)
                        .setAnonymousId(device)
                        .setCustomerId(customer)
                        .setCartId("cart-of-" + customer)
                        .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                        .build());
    }
}
