package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.session.SessionOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds after every step of every history. */
final class Invariants {

    private Invariants() {}

    static void check(Journal journal) {
        everyArmingHasOneOutcome(journal);
        revisionsCountUp(journal);
        nothingIsOverdue(journal);
        nobodyIsRemindedOfWhatIsKnownToBeBought(journal);
        recentEventsAreInOrder(journal);
    }

    /** Rule A1: armed = abandoned + disarmed by reason + open. */
    private static void everyArmingHasOneOutcome(Journal journal) {
        assertThat(journal.tally).isEqualTo(journal.state.tally());
        assertThat(journal.tally.isConserved())
                .as("conserved: %s", journal.tally)
                .isTrue();
    }

    /** Rule T7: a consumer may dedupe on id and revision. */
    private static void revisionsCountUp(Journal journal) {
        Map<String, Integer> last = new HashMap<>();
        for (AlertOutput output : journal.alerts) {
            Integer before = last.put(output.alert().id().value(), output.revision());
            assertThat(output.revision()).isEqualTo(before == null ? 1 : before + 1);
        }
        last.clear();
        for (SessionOutput output : journal.sessions) {
            Integer before = last.put(output.id().value(), output.revision());
            assertThat(output.revision()).isEqualTo(before == null ? 1 : before + 1);
        }
    }

    /** Rule T5: what the clock has passed has been fired, and what waits lies ahead. */
    private static void nothingIsOverdue(Journal journal) {
        Decision again = journal.sweep();
        assertThat(again.outputs().isEmpty())
                .as("a second sweep publishes nothing")
                .isTrue();
        assertThat(journal.reading().hasPassed(journal.state.nextDueAtMs())).isFalse();
    }

    /** Whoever has placed an order that names nothing has bought whatever was open before. */
    private static void nobodyIsRemindedOfWhatIsKnownToBeBought(Journal journal) {
        List<AlertOutput> latest = journal.alerts;
        for (AlertOutput output : latest) {
            boolean isReminder = output.toActions() && output.state() == AlertOutput.State.ABANDONED;
            if (isReminder && isLast(latest, output)) {
                assertThat(journal.known.stream()
                                .filter(event -> buysEverything(event)
                                        && event.atMs() >= output.alert().armedAtMs())
                                .toList())
                        .as("orders after %s", output.alert())
                        .isEmpty();
            }
        }
    }

    private static boolean isLast(List<AlertOutput> outputs, AlertOutput output) {
        return outputs.stream()
                .filter(other -> other.alert().id().equals(output.alert().id()))
                .allMatch(other -> other.revision() <= output.revision());
    }

    static boolean buysEverything(JourneyEvent event) {
        return JourneyRules.isPurchase(event)
                && !event.occurrence().test()
                && event.occurrence().lines().isEmpty()
                && event.occurrence().cartId().isEmpty()
                && event.occurrence().checkoutId().isEmpty();
    }

    private static void recentEventsAreInOrder(Journal journal) {
        assertThat(journal.state.recent()).isSortedAccordingTo(JourneyEvent.ORDER);
    }
}
