package io.journeystreams.domain.abandonment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A subject that two profiles know (rule I6).
 *
 * @param past alerts that are not the subject's last
 * @param bothWereArmed one of the two armings ended by the merge
 */
record SubjectMerge(Subject subject, List<Alert> past, boolean bothWereArmed) {

    static SubjectMerge of(Subject one, Subject other) {
        return at(Long.MIN_VALUE, one, other);
    }

    /** @param mergedAtMs when an alert ends that does not stand for both, if it was out by then, epoch milliseconds */
    static SubjectMerge at(long mergedAtMs, Subject one, Subject other) {
        Subject earlier = isArmedLater(one, other) ? other : one;
        List<Alert> alerts = Stream.of(one, other)
                .flatMap(subject -> subject.alerts().last().stream())
                .sorted(Comparator.comparing((Alert alert) -> !alert.status().isLive())
                        .thenComparingLong(Alert::armedAtMs)
                        .thenComparing(alert -> alert.id().value()))
                .toList();
        AlertHistory history = new AlertHistory(
                one.alerts().count() + other.alerts().count(),
                Math.max(one.alerts().lastAtMs(), other.alerts().lastAtMs()),
                alerts.stream().findFirst(),
                one.alerts().linkFollowed() || other.alerts().linkFollowed());
        Subject merged = new Subject(
                one.key(),
                earlier.about(),
                earlier.arming(),
                one.armSeq() + other.armSeq(),
                history,
                Math.max(one.changedAtMs(), other.changedAtMs()));
        List<Alert> ended =
                alerts.stream().skip(1).map(alert -> ended(alert, mergedAtMs)).toList();
        return new SubjectMerge(merged, ended, one.isArmed() && other.isArmed());
    }

    private static boolean isArmedLater(Subject one, Subject other) {
        Optional<Arming.Armed> ours = armed(one);
        Optional<Arming.Armed> theirs = armed(other);
        return theirs.isPresent()
                && (ours.isEmpty() || theirs.get().atMs() < ours.get().atMs());
    }

    private static Optional<Arming.Armed> armed(Subject subject) {
        return subject.arming() instanceof Arming.Armed armed ? Optional.of(armed) : Optional.empty();
    }

    private static Alert ended(Alert alert, long mergedAtMs) {
        return alert.status().isLive()
                ? alert.withStatus(new AlertStatus.Retracted(Math.max(alert.deadlineMs(), mergedAtMs), Reason.MERGED))
                : alert;
    }
}
