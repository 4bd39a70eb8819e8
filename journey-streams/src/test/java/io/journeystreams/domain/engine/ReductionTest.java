package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.person.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The last valve: a profile that would be too large is made small, and nobody is reminded of what it held (fault R8). */
@Timeout(60)
class ReductionTest {

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;

    private final Journal journal = new Journal(EnginePolicy.defaults(), ProfileKey.ofCustomer("anna"), true);

    @Test
    void nobodyIsRemindedOfWhatAReducedProfileHeld() {
        // given
        read(event("e1", "form_started", 0)
                .attributes(Map.of("form_id", "quote"))
                .event());
        hear(HOUR_MS);
        read(event("e2", "product_added", HOUR_MS)
                .lines(List.of(Line.of("p1", 1)))
                .event());
        assertThat(journal.alerts).singleElement().matches(AlertOutput::actionable);

        // when
        Decision reduced = journal.reduce(BEGINNING_MS + HOUR_MS);
        read(event("e3", "order_placed", HOUR_MS + MINUTE_MS).event());
        hear(3 * DAY_MS);

        // then
        assertThat(reduced.outcome()).isEqualTo(Outcome.REDUCED);
        assertThat(journal.alerts)
                .extracting(AlertOutput::state, AlertOutput::reason, AlertOutput::toActions, AlertOutput::actionable)
                .containsExactly(
                        tuple(AlertOutput.State.ABANDONED, Reason.NONE, true, true),
                        tuple(AlertOutput.State.RETRACTED, Reason.OVERFLOW, true, false));
        assertThat(journal.tally.disarmed(DisarmReason.OVERFLOW)).isEqualTo(1);
        Invariants.check(journal);
    }

    @Test
    void nothingIsLeftOfCartsAndEventsAndTheCustomerIsStillKnown() {
        // given
        read(event("e1", "customer_updated", 0)
                .attributes(Map.of("email", "anna@example.com"))
                .event());
        read(event("e2", "product_added", MINUTE_MS)
                .lines(List.of(Line.of("p1", 1)))
                .event());
        read(event("e3", "order_placed", 2 * MINUTE_MS).event());

        // when
        journal.reduce(BEGINNING_MS + 2 * MINUTE_MS);

        // then
        assertThat(journal.state.recent()).isEmpty();
        assertThat(journal.state.settled().carts()).isEqualTo(Carts.NONE);
        assertThat(journal.state.settled().purchases().count()).isEqualTo(1);
        assertThat(journal.state.settled().person()).isNotEqualTo(Person.UNKNOWN);
    }

    /** The clock stands still: what had not been settled is not told twice. */
    @Test
    void eventsBeforeTheReductionAreNotTakenAgain() {
        // given
        JourneyEvent added =
                event("e1", "product_added", 0).lines(List.of(Line.of("p1", 1))).event();
        JourneyEvent order = event("e2", "order_placed", MINUTE_MS).event();
        read(added);
        read(order);
        journal.reduce(BEGINNING_MS + MINUTE_MS);

        // when
        read(added);
        read(order);
        hear(3 * DAY_MS);

        // then
        assertThat(journal.outcomes).endsWith(Outcome.LATE, Outcome.DUPLICATE);
        assertThat(journal.alerts).isEmpty();
        assertThat(journal.state.settled().purchases().count()).isEqualTo(1);
    }

    @Test
    void whatComesAfterwardsIsANewBeginning() {
        // given
        read(event("e1", "product_added", 0).lines(List.of(Line.of("p1", 1))).event());
        journal.reduce(BEGINNING_MS);

        // when
        read(event("e2", "product_added", DAY_MS)
                .lines(List.of(Line.of("p2", 1)))
                .event());
        hear(2 * DAY_MS);

        // then
        assertThat(journal.alerts)
                .singleElement()
                .satisfies(output -> assertThat(output.alert().lines()).containsExactly(Line.of("p2", 1)));
        Invariants.check(journal);
    }

    private static EventDraft event(String id, String type, long afterMs) {
        return EventDraft.of(id, type, BEGINNING_MS + afterMs);
    }

    private void read(JourneyEvent event) {
        journal.read(event, event.atMs());
    }

    private void hear(long afterMs) {
        journal.hear(BEGINNING_MS + afterMs, BEGINNING_MS + afterMs);
    }
}
