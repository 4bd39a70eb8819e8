package io.journeystreams.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertOutput.Delivery;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.session.SessionOutput;
import java.time.Duration;
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
        nobodyIsShownWhatIsKnownToBeBought(journal);
        recentEventsAreInOrder(journal);
        whatIsActionableIsAllowed(journal);
        reminderStepsGoUp(journal);
        aDayLiesBetweenReminders(journal);
        aDeviceIsRemindedWhereAnAddressIsKnown(journal);
    }

    private static void whatIsActionableIsAllowed(Journal journal) {
        for (AlertOutput output : journal.alerts) {
            assertThat(output.actionable())
                    .as("actionable means no gate is shut: %s", output)
                    .isEqualTo(output.state() == AlertOutput.State.ABANDONED && output.reason() == Reason.NONE);
            assertThat(output.delivery())
                    .as("addresses only where they may be used: %s", output)
                    .satisfies(delivery -> assertThat(output.actionable() || delivery.equals(Delivery.NONE))
                            .isTrue());
            assertThat(output.alert().lines()).as("something is left").satisfies(lines -> assertThat(lines.isEmpty()
                            && List.of(Kind.CART, Kind.BROWSE)
                                    .contains(output.alert().subject().kind()))
                    .isFalse());
        }
    }

    /** Rule A13: the same alert, one step after the other. */
    private static void reminderStepsGoUp(Journal journal) {
        Map<String, Integer> last = new HashMap<>();
        for (AlertOutput output : journal.alerts) {
            Integer before = last.put(output.alert().id().value(), output.step());
            assertThat(output.step()).isBetween(before == null ? 1 : before, before == null ? 1 : before + 1);
        }
    }

    /** Gate CAPPED of rule A11, over all kinds and steps. */
    private static void aDayLiesBetweenReminders(Journal journal) {
        assertThat(journal.alerts.stream().filter(AlertOutput::actionable).count())
                .isLessThanOrEqualTo(2 + Duration.ofMillis(journal.spanMs()).toDays());
    }

    /** Gate UNREACHABLE of rule A11. */
    private static void aDeviceIsRemindedWhereAnAddressIsKnown(Journal journal) {
        boolean hasAddress = journal.known.stream().anyMatch(event -> event.occurrence()
                .attribute("email")
                .filter(email -> !email.isBlank())
                .isPresent());
        if (!journal.state.key().isCustomer() && !hasAddress) {
            assertThat(journal.alerts).noneMatch(AlertOutput::actionable);
        }
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
            boolean isOrder = output.alert().subject().kind() == Kind.PAYMENT_PENDING;
            if (isReminder && !isOrder && isLast(latest, output)) {
                assertThat(journal.known.stream()
                                .filter(event ->
                                        buysEverything(event) && journal.isFirstReport(event) && isAfter(event, output))
                                .toList())
                        .as("orders after %s", output.alert())
                        .isEmpty();
            }
        }
    }

    /** Whoever has bought one of the things that an alert has shown, and has not touched it since, is not to be shown it (rule A6). */
    private static void nobodyIsShownWhatIsKnownToBeBought(Journal journal) {
        for (AlertOutput output : journal.alerts) {
            boolean isReminder = output.toActions() && output.state() == AlertOutput.State.ABANDONED;
            boolean isOrder = output.alert().subject().kind() == Kind.PAYMENT_PENDING;
            if (isReminder && !isOrder && isLast(journal.alerts, output)) {
                assertThat(output.alert().lines())
                        .as("bought of %s", output.alert())
                        .noneMatch(shown -> isBoughtSince(journal, output, shown.product()));
            }
        }
    }

    private static boolean isBoughtSince(Journal journal, AlertOutput output, ProductKey product) {
        return journal.known.stream()
                .filter(event -> JourneyRules.isPurchase(event)
                        && !event.occurrence().test()
                        && names(event, product)
                        && journal.isFirstReport(event)
                        && mayHaveTaken(event, output))
                .anyMatch(order -> journal.known.stream()
                        .noneMatch(event -> !JourneyRules.isPurchase(event)
                                && names(event, product)
                                && event.atMs() >= order.atMs()));
    }

    private static boolean names(JourneyEvent event, ProductKey product) {
        return event.occurrence().lines().stream()
                .anyMatch(line -> line.product().equals(product));
    }

    /** What is in a cart may have come there long before it was left; of an older order than news may be late it was known. */
    private static boolean mayHaveTaken(JourneyEvent order, AlertOutput output) {
        boolean isOfCart = output.alert().subject().kind().isOfCart();
        long earliestNewsMs = output.alert().deadlineMs() - Duration.ofDays(3).toMillis();
        return isAfter(order, output) || (isOfCart && order.atMs() >= earliestNewsMs);
    }

    /** At the same time carts come before orders, everything else comes after them (rule T9). */
    private static boolean isAfter(JourneyEvent order, AlertOutput output) {
        Kind kind = output.alert().subject().kind();
        boolean comesAfterOrders = kind.isInterest() || kind == Kind.FORM;
        long armedAtMs = output.alert().armedAtMs();
        return comesAfterOrders ? order.atMs() > armedAtMs : order.atMs() >= armedAtMs;
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
