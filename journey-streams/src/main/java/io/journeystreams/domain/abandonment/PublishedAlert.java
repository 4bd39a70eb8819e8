package io.journeystreams.domain.abandonment;

/**
 * What readers have been told of an alert.
 *
 * @param alert as first published
 * @param state as last published
 * @param reason as last published
 * @param inActions those who act have been told of it
 * @param step highest reminder step told, from 1
 * @param toldReachable it was told again because the customer had become reachable (rule A12)
 * @param group its part in the trial of rule A15
 * @param standing as first published: what is known of moves so long ago is forgotten before an alert ends
 */
public record PublishedAlert(
        Alert alert,
        int revision,
        AlertOutput.State state,
        Reason reason,
        boolean inActions,
        int step,
        boolean toldReachable,
        Trial.Group group,
        Standing standing) {

    public AlertId id() {
        return alert.id();
    }

    boolean isOpen() {
        return state == AlertOutput.State.ABANDONED;
    }

    /** Nothing more will come of it. */
    public boolean isSettledBefore(long ms) {
        return !isOpen() && alert.deadlineMs() < ms;
    }

    boolean hasTold(Reminder reminder) {
        return reminder.becameReachable() ? toldReachable : step >= reminder.step();
    }

    /** What it counts in the trial. */
    Trial trial() {
        return Trial.of(group, state, reason);
    }

    PublishedAlert withoutContent() {
        return new PublishedAlert(
                alert.withoutContent(), revision, state, reason, inActions, step, toldReachable, group, standing);
    }

    PublishedAlert ended(AlertOutput.State next, Reason why) {
        return new PublishedAlert(alert, revision + 1, next, why, inActions, step, toldReachable, group, standing);
    }

    PublishedAlert reminded(Reminder reminder, Reason shut, Trial.Group counted) {
        return new PublishedAlert(
                alert,
                revision + 1,
                AlertOutput.State.ABANDONED,
                shut,
                inActions || shut == Reason.NONE,
                Math.max(step, reminder.step()),
                toldReachable || reminder.becameReachable(),
                group == Trial.Group.NEITHER ? counted : group,
                standing);
    }
}
