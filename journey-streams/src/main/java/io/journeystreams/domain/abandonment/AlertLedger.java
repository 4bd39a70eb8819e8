package io.journeystreams.domain.abandonment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts of a profile that have been published.
 *
 * @param lastActionAtMs when an alert could be acted on last (gate CAPPED), epoch milliseconds; in the control group, when
 *     one could have been
 * @param trial what became of them (rule A15), those included that are not kept any more
 */
public record AlertLedger(List<PublishedAlert> alerts, long lastActionAtMs, Trial trial) {

    public static final AlertLedger EMPTY = new AlertLedger(List.of(), Gates.NEVER_ACTED, Trial.NONE);

    public AlertLedger {
        alerts = List.copyOf(alerts);
    }

    /** Those with a deadline at or after a time, as they were first published. */
    public List<Alert> from(long ms) {
        if (alerts.isEmpty()) {
            return List.of();
        }
        return alerts.stream()
                .map(PublishedAlert::alert)
                .filter(alert -> alert.deadlineMs() >= ms)
                .toList();
    }

    Optional<PublishedAlert> find(AlertId id) {
        for (PublishedAlert alert : alerts) {
            if (alert.id().equals(id)) {
                return Optional.of(alert);
            }
        }
        return Optional.empty();
    }

    /** @param told takes the place of what was told of the same alerts; others follow, in its order */
    AlertLedger with(Map<AlertId, PublishedAlert> told, long newLastActionAtMs, Trial newTrial) {
        Map<AlertId, PublishedAlert> next = new LinkedHashMap<>();
        alerts.forEach(alert -> next.put(alert.id(), alert));
        next.putAll(told);
        return new AlertLedger(List.copyOf(next.values()), newLastActionAtMs, newTrial);
    }

    /** Those that stand. */
    public List<Alert> open() {
        if (alerts.isEmpty()) {
            return List.of();
        }
        return standing().stream().map(PublishedAlert::alert).toList();
    }

    /** What readers have been told of those that stand. */
    public List<PublishedAlert> standing() {
        return alerts.stream().filter(PublishedAlert::isOpen).toList();
    }

    /** The latest deadline, epoch milliseconds; the earliest possible time if there is none. */
    public long lastDeadlineMs() {
        return alerts.stream()
                .mapToLong(published -> published.alert().deadlineMs())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /** Which alerts there are, and nothing of what they were about. */
    public AlertLedger withoutContent() {
        return new AlertLedger(
                alerts.stream().map(PublishedAlert::withoutContent).toList(), lastActionAtMs, trial);
    }

    /** Nothing more will come of any alert. */
    public AlertLedger forgettingAll() {
        return new AlertLedger(List.of(), lastActionAtMs, trial);
    }

    /** What two profiles have published. */
    public AlertLedger union(AlertLedger other) {
        List<PublishedAlert> joined = new ArrayList<>(alerts);
        other.alerts.stream()
                .filter(alert -> joined.stream().noneMatch(known -> known.id().equals(alert.id())))
                .forEach(joined::add);
        return new AlertLedger(joined, Math.max(lastActionAtMs, other.lastActionAtMs), trial.plus(other.trial));
    }

    /**
     * Without what nothing more will come of. What the journey still tells of stays, or it would be published anew.
     *
     * @param told what is left unfinished, after it has forgotten
     */
    public AlertLedger forgetBefore(long ms, Abandonment told) {
        return new AlertLedger(
                alerts.stream()
                        .filter(alert -> !alert.isSettledBefore(ms) || told.hasAlert(alert.id()))
                        .toList(),
                lastActionAtMs,
                trial);
    }
}
