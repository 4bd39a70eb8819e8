package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeystreams.domain.abandonment.Abandonment;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.cart.Cart;
import io.journeystreams.domain.cart.Carts;
import io.journeystreams.domain.event.CartId;
import io.journeystreams.domain.event.DeviceId;
import io.journeystreams.domain.event.EventDraft;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.session.SessionRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes when a profile holds more than it may, goes in a way that reminds nobody (fault R8). */
@Timeout(60)
class OverflowTest {

    private static final long BEGINNING_MS = 1_772_359_200_000L;
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    private final Journal journal = new Journal(EnginePolicy.defaults(), ProfileKey.ofCustomer("anna"), true);

    @Test
    void subjectThatIsLeftOverIsDisarmedAndNeverAnAlert() {
        // when
        startForms(0, Abandonment.MAX_SUBJECTS + 1);
        hear(HOUR_MS);

        // then
        assertThat(journal.tally.disarmed(DisarmReason.OVERFLOW)).isEqualTo(1);
        assertThat(journal.tally.abandoned()).isEqualTo(Abandonment.MAX_SUBJECTS);
        assertThat(journal.alerts)
                .extracting(output -> output.alert().subject().id())
                .doesNotContain("form0");
        Invariants.check(journal);
    }

    @Test
    void alertOfASubjectThatIsForgottenIsTakenBack() {
        // given
        startForms(0, Abandonment.MAX_SUBJECTS);
        hear(HOUR_MS);
        journal.alerts.clear();

        // when
        read(form(Abandonment.MAX_SUBJECTS, HOUR_MS + MINUTE_MS));

        // then
        assertThat(journal.alerts)
                .extracting(output -> output.alert().subject().id(), AlertOutput::state, AlertOutput::reason)
                .containsExactly(tuple("form0", AlertOutput.State.RETRACTED, Reason.OVERFLOW));
    }

    @Test
    void cartThatIsLeftOverIsForgottenWithWhatWasArmedAboutIt() {
        // when
        for (int cart = 0; cart <= Carts.MAX_CARTS; cart++) {
            read(added("k" + cart, 1, cart * 1_000L));
        }
        hear(3 * HOUR_MS);

        // then
        assertThat(journal.tally.disarmed(DisarmReason.OVERFLOW)).isEqualTo(1);
        assertThat(journal.alerts)
                .extracting(output -> output.alert().subject().id())
                .contains("k1")
                .doesNotContain("k0");
        Invariants.check(journal);
    }

    @Test
    void fullCartsGoOneAfterTheOther() {
        // when
        for (int cart = 0; cart <= Carts.MAX_LINES / Cart.MAX_LINES; cart++) {
            read(added("k" + cart, Cart.MAX_LINES, cart * MINUTE_MS));
        }
        hear(3 * HOUR_MS);

        // then
        assertThat(journal.tally.disarmed(DisarmReason.OVERFLOW)).isEqualTo(1);
        assertThat(journal.alerts)
                .extracting(output -> output.alert().subject().id())
                .containsExactlyInAnyOrder("k1", "k2");
    }

    @Test
    void whatIsLeftOverDoesNotDependOnTheOrderOfArrival() {
        // given
        List<JourneyEvent> carts = IntStream.rangeClosed(0, Carts.MAX_CARTS)
                .mapToObj(cart -> added("k" + cart, 1, cart * 1_000L))
                .toList();
        Journal backwards = new Journal(EnginePolicy.defaults(), ProfileKey.ofCustomer("anna"), true);

        // when
        carts.forEach(this::read);
        for (int i = carts.size() - 1; i >= 0; i--) {
            backwards.read(carts.get(i), carts.get(i).atMs());
        }
        hear(3 * HOUR_MS);
        backwards.hear(BEGINNING_MS + 3 * HOUR_MS, BEGINNING_MS + 3 * HOUR_MS);

        // then
        assertThat(Published.facts(backwards.alerts)).isEqualTo(Published.facts(journal.alerts));
        assertThat(backwards.tally).isEqualTo(journal.tally);
    }

    @Test
    void beyondItsBoundNoSessionStarts() {
        // when
        for (int device = 0; device < 2 * SessionRules.MAX_AT_ONCE; device++) {
            read(EventDraft.of("e" + device, "page_viewed", BEGINNING_MS + device)
                    .on("d" + device)
                    .event());
        }

        // then
        assertThat(journal.sessions)
                .hasSize(SessionRules.MAX_AT_ONCE)
                .extracting(output -> output.session().deviceId())
                .doesNotContain(new DeviceId("d" + SessionRules.MAX_AT_ONCE));
    }

    private void startForms(int from, int to) {
        for (int number = from; number < to; number++) {
            read(form(number, number * 1_000L));
        }
    }

    private static JourneyEvent form(int number, long afterMs) {
        return EventDraft.of("e" + number, "form_started", BEGINNING_MS + afterMs)
                .attributes(Map.of("form_id", "form" + number))
                .event();
    }

    private static JourneyEvent added(String cart, int lines, long afterMs) {
        return EventDraft.of("e" + cart, "product_added", BEGINNING_MS + afterMs)
                .cart(Optional.of(new CartId(cart)))
                .lines(IntStream.range(0, lines)
                        .mapToObj(line -> Line.of("p" + line + cart, 1))
                        .toList())
                .event();
    }

    private void read(JourneyEvent event) {
        journal.read(event, event.atMs());
    }

    private void hear(long afterMs) {
        journal.hear(BEGINNING_MS + afterMs, BEGINNING_MS + afterMs);
    }
}
