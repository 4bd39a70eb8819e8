package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Line;
import java.util.List;
import java.util.Optional;

/**
 * A time at which an alert may be acted on: its deadline, or a {@link Reminder}.
 *
 * @param alert as it is known now
 * @param atMs event time, epoch milliseconds
 * @param lines what was left then
 * @param reachable the customer could be reached then
 */
record Occasion(Alert alert, long atMs, List<Line> lines, boolean reachable, Optional<Reminder> reminder) {

    static Occasion deadlineOf(Alert alert) {
        return new Occasion(alert, alert.deadlineMs(), alert.lines(), alert.reachable(), Optional.empty());
    }

    static Occasion of(Alert alert, Reminder reminder) {
        boolean reachable = alert.reachable()
                || alert.reminders().stream()
                        .anyMatch(other -> other.becameReachable() && other.atMs() <= reminder.atMs());
        return new Occasion(alert, reminder.atMs(), reminder.lines(), reachable, Optional.of(reminder));
    }

    boolean superseded() {
        return reminder.map(Reminder::superseded).orElse(false);
    }
}
