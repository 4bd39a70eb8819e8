package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.SessionState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What came out of the output topics so far. Safe for threads. */
final class Results {

    private final KnownPurchases purchases;
    private final DueReminders due;
    private final Map<SessionState, Long> sessions = new EnumMap<>(SessionState.class);
    private final Map<AbandonmentState, Long> alerts = new EnumMap<>(AbandonmentState.class);
    private Optional<String> firstReminded = Optional.empty();
    private long reminders;
    private long remindersToBuyers;
    private final Map<AbandonmentReason, Long> withheld = new EnumMap<>(AbandonmentReason.class);

    Results(KnownPurchases purchases, DueReminders due) {
        this.purchases = purchases;
        this.due = due;
    }

    synchronized void onSession(SessionEvent session) {
        sessions.merge(session.getState(), 1L, Long::sum);
    }

    /** A record of {@code journey.abandonment}. */
    synchronized void onFact(AbandonmentEvent fact) {
        alerts.merge(fact.getState(), 1L, Long::sum);
        if (fact.getState() == AbandonmentState.ABANDONED && !fact.getActionable()) {
            withheld.merge(fact.getReason(), 1L, Long::sum);
            if (fact.getReason() == AbandonmentReason.CONTROL) {
                due.withheld(fact.getProfile());
            }
        }
    }

    /** A record of {@code journey.abandonment-actions} that asks to remind somebody. */
    synchronized void onReminder(AbandonmentEvent reminder) {
        reminders++;
        firstReminded = firstReminded.or(() -> Optional.of(reminder.getProfile()));
        due.sent(reminder.getProfile());
        if (purchases.hadBought(reminder)) {
            remindersToBuyers++;
        }
    }

    synchronized long sessions(SessionState state) {
        return sessions.getOrDefault(state, 0L);
    }

    synchronized long alerts(AbandonmentState state) {
        return alerts.getOrDefault(state, 0L);
    }

    synchronized long reminders() {
        return reminders;
    }

    /** The profile that was reminded first. */
    synchronized Optional<String> firstReminded() {
        return firstReminded;
    }

    /** Abandoned, but not to be acted on, by reason. */
    synchronized Map<AbandonmentReason, Long> withheld() {
        return new EnumMap<>(withheld);
    }

    /** Reminders sent to somebody who had bought: there must be none. */
    synchronized long remindersToBuyers() {
        return remindersToBuyers;
    }
}
