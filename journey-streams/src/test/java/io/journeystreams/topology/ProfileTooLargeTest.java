package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.engine.Outcome;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A profile that would be too large to be stored is made small, and nobody is reminded of what it held: the event is taken all the
 * same, for it may be a purchase (fault R8).
 */
@Timeout(60)
class ProfileTooLargeTest {

    private static final RecordLimits SMALL = RecordLimits.defaults().withProfile(4_000);
    private static final Duration UNTIL_ALL_IS_FORGOTTEN = Duration.ofDays(40);

    @Test
    void nobodyWhoBuysIsRemindedHoweverLargeTheProfileBecomes() {
        try (TopologyRun run = TopologyRun.at(BEGINNING, SMALL)) {
            // when
            addManyProducts(run);
            run.crm("7", crm("o1", "order_placed", minutes(1)).build());
            run.waitFor(UNTIL_ALL_IS_FORGOTTEN);

            // then
            assertThat(run.meters.count(Outcome.REDUCED)).isEqualTo(1);
            assertThat(run.meters.count(Outcome.APPLIED)).isEqualTo(1);
            assertThat(run.deadLetters()).isEmpty();
            assertThat(run.alerts()).noneMatch(AbandonmentEvent::getActionable);
            assertThat(run.meters.tally.disarmed(DisarmReason.OVERFLOW)).isEqualTo(1);
            assertThat(run.meters.tally.isConserved()).isTrue();
        }
    }

    @Test
    void profileWithinTheBoundIsLeftAlone() {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            // when
            addManyProducts(run);
            run.waitFor(Duration.ofHours(2));

            // then
            assertThat(run.meters.count(Outcome.REDUCED)).isZero();
            assertThat(run.alerts()).hasSize(1);
        }
    }

    private static void addManyProducts(TopologyRun run) {
        run.clickstream(
                "7",
                clickstream("e1", "product_added", BEGINNING)
                        .setCustomerId("7")
                        .setLines(IntStream.range(0, 150)
                                .mapToObj(number -> line("product-of-a-long-number-" + number, 1, "12.50", "EUR"))
                                .toList())
                        .build());
    }
}
