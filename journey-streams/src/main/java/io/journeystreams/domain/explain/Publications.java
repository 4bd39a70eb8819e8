package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.Alert;
import io.journeystreams.domain.abandonment.AlertId;
import io.journeystreams.domain.abandonment.AlertLedger;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.AlertStatus;
import io.journeystreams.domain.abandonment.Hindsight;
import io.journeystreams.domain.abandonment.PublishedAlert;
import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.abandonment.Recipient;
import io.journeystreams.domain.abandonment.Reminder;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.Journey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What readers were told of alerts. The ledger remembers of each alert its last revision; what earlier ones said is derived
 * from what was known then.
 */
final class Publications {

    private static final ShutGate CONTROL = ShutGate.of(Reason.CONTROL);

    private final ProfileKey profile;
    private final AlertLedger ledger;
    private final EnginePolicy policy;
    private final List<Alert> outcomes;
    private long lastActionAtMs = AlertLedger.EMPTY.lastActionAtMs();

    /** @param outcomes the alerts as they are known to have ended */
    Publications(ProfileKey profile, AlertLedger ledger, EnginePolicy policy, List<Alert> outcomes) {
        this.profile = profile;
        this.ledger = ledger;
        this.policy = policy;
        this.outcomes = List.copyOf(outcomes);
    }

    /** At the deadline. To be asked in the order of time. */
    Publication ofDeadline(Alert alert, Journey then) {
        return of(alert, Optional.empty(), 0, alert.deadlineMs(), then);
    }

    /** At a reminder. To be asked in the order of time. */
    Publication ofReminder(Alert alert, Reminder reminder, Journey then) {
        return of(alert, Optional.of(reminder), 1 + alert.reminders().indexOf(reminder), reminder.atMs(), then);
    }

    /** The revision that told of the end; none of an end that was corrected later. */
    OptionalInt ofEnd(Alert alert) {
        return find(alert.id())
                .filter(told -> told.state() == AlertOutput.State.of(alert.status()))
                .map(told -> OptionalInt.of(told.revision()))
                .orElse(OptionalInt.empty());
    }

    private Publication of(Alert alert, Optional<Reminder> reminder, int occasion, long atMs, Journey then) {
        Optional<PublishedAlert> told = find(alert.id());
        if (told.isEmpty()) {
            return hasEndedWell(alert.id()) ? new Publication.Needless() : new Publication.Waits();
        }
        if (occasion >= occasionsTold(told.get())) {
            return new Publication.Waits();
        }
        Publication.Published published = published(told.get(), alert, reminder, occasion, atMs, recipient(then));
        boolean wasMeantToAct = published.actionable() || published.gate().equals(Optional.of(CONTROL));
        lastActionAtMs = wasMeantToAct ? Math.max(lastActionAtMs, atMs) : lastActionAtMs;
        return published;
    }

    private Publication.Published published(
            PublishedAlert told,
            Alert alert,
            Optional<Reminder> reminder,
            int occasion,
            long atMs,
            Recipient recipient) {
        boolean isLast = occasion == occasionsTold(told) - 1;
        boolean isRemembered = isLast && remembersLast(told);
        boolean isOnly = isLast ? occasion == 0 : wasNotTheLast(told);
        Reason gate = isRemembered ? told.reason() : gate(told, alert, reminder, recipient, isOnly, atMs);
        boolean actionable = gate == Reason.NONE && told.inActions();
        OptionalLong notBeforeMs = actionable ? notBeforeMs(atMs, recipient) : OptionalLong.empty();
        return new Publication.Published(
                occasion > 0 && hasStoodAgain(told) ? OptionalInt.empty() : OptionalInt.of(occasion + 1),
                actionable,
                Optional.of(gate).filter(shut -> shut != Reason.NONE).map(ShutGate::of),
                !isRemembered && !(isOnly && actionable),
                notBeforeMs);
    }

    /** Asked again, where the ledger does not tell. */
    private Reason gate(
            PublishedAlert told,
            Alert alert,
            Optional<Reminder> reminder,
            Recipient recipient,
            boolean isOnly,
            long atMs) {
        if (isOnly && told.inActions()) {
            return Reason.NONE;
        }
        if (isOnly && told.group() == Trial.Group.WITHHELD) {
            return Reason.CONTROL;
        }
        return Hindsight.gate(alert, reminder, recipient, policy.abandonment(), lastActionBefore(atMs));
    }

    private OptionalLong notBeforeMs(long atMs, Recipient recipient) {
        long publishedAtMs = atMs + policy.clock().grace().toMillis();
        return Hindsight.notBeforeMs(
                publishedAtMs, recipient, policy.abandonment().action());
    }

    private long lastActionBefore(long atMs) {
        return ledger.lastActionAtMs() < atMs ? ledger.lastActionAtMs() : lastActionAtMs;
    }

    private Recipient recipient(Journey then) {
        boolean isControl = policy.abandonment().action().controlGroup().contains(policy.tenant(), profile);
        return new Recipient(profile, then.person(), then.purchases().hasKept(), then.interest(), isControl);
    }

    private boolean hasEndedWell(AlertId id) {
        return outcomes.stream()
                .anyMatch(alert -> alert.id().equals(id) && alert.status() instanceof AlertStatus.Retracted);
    }

    private Optional<PublishedAlert> find(AlertId id) {
        return ledger.alerts().stream().filter(told -> told.id().equals(id)).findFirst();
    }

    /** The deadline, the reminder steps, and once more for becoming reachable. */
    private static int occasionsTold(PublishedAlert told) {
        return told.step() + (told.toldReachable() ? 1 : 0);
    }

    private static boolean remembersLast(PublishedAlert told) {
        return told.state() == AlertOutput.State.ABANDONED && !hasStoodAgain(told);
    }

    /** Of two occasions the first is the only one that can have been acted on, or withheld: the last is known to have been shut. */
    private static boolean wasNotTheLast(PublishedAlert told) {
        return occasionsTold(told) == 2
                && remembersLast(told)
                && told.reason() != Reason.NONE
                && told.reason() != Reason.CONTROL;
    }

    /** It was told as ended, and then as standing, since a late event had explained its end. */
    private static boolean hasStoodAgain(PublishedAlert told) {
        int end = told.state() == AlertOutput.State.ABANDONED ? 0 : 1;
        return told.revision() > occasionsTold(told) + end;
    }
}
