package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What it means when something falls due (rules A1, A3, A12, A13). When it does is {@link Deadlines}'. */
public final class Abandoning {

    private Abandoning() {}

    /** The id that the alert of a subject will have, while it is armed. */
    public static Optional<AlertId> alertId(Abandonment state, SubjectKey key, String tenant) {
        return state.find(key)
                .filter(Subject::isArmed)
                .map(subject -> AlertId.of(tenant, key.kind(), ((Arming.Armed) subject.arming()).by()));
    }

    /** The state once it has fallen due. */
    public static Abandonment pass(
            Abandonment state, Due due, Shopping shopping, String tenant, AbandonmentPolicy policy) {
        Subject subject = state.find(due.subject()).orElseThrow();
        return switch (due.type()) {
            case ABANDON -> abandon(state, subject, alert(state, subject, due.atMs(), shopping, tenant, policy));
            case REACH -> remind(state, subject, due, 0, state.isSuperseded(subject), shopping);
            case STEP -> remind(state, subject, due, 1, subject.isArmed() || state.isSuperseded(subject), shopping);
            case EXPIRE -> state.resolve(subject, new AlertStatus.Expired(due.atMs(), Reason.RECOVERY_WINDOW_OVER));
        };
    }

    /**
     * An alert that has been published happens again, whatever is known now. It belongs to whatever its arming event has
     * armed, which a late event may have changed. Where that is no longer armed, the alert is taken back; and where it has shown what by
     * then had been bought (rule A6).
     *
     * @param boughtAtMs when the last order was placed that may have taken what it showed, epoch milliseconds
     */
    public static Abandonment repeat(
            Abandonment state, Alert published, Shopping shopping, OptionalLong boughtAtMs, String tenant) {
        Subject subject = subjectOf(state, published, tenant);
        if (state.hasAlert(published.id())) {
            return isArmedFor(subject, published, tenant)
                    ? state.disarm(subject, DisarmReason.MOVED_UP, published.deadlineMs())
                    : state;
        }
        if (covers(subject, published)) {
            Abandonment next = abandon(state, subject, published.withStatus(new AlertStatus.Live()));
            return hasShownMoreThan(left(state, subject, shopping), published)
                    ? boughtMeanwhile(next, published, boughtAtMs)
                    : next;
        }
        return takeBack(state, subject, published);
    }

    /** The arming under way is the one of the alert; a late event may have shown that it began earlier. */
    private static boolean covers(Subject subject, Alert published) {
        return subject.arming() instanceof Arming.Armed armed && armed.atMs() <= published.armedAtMs();
    }

    private static boolean hasShownMoreThan(List<Line> left, Alert published) {
        return published.lines().stream().anyMatch(shown -> left.stream()
                .noneMatch(line -> line.product().equals(shown.product())));
    }

    /** What is gone without an order was taken out again, and the rest of the alert stands (rule A7). */
    private static Abandonment boughtMeanwhile(Abandonment state, Alert published, OptionalLong boughtAtMs) {
        return boughtAtMs.isEmpty()
                ? state
                : state.resolve(
                        state.get(published.subject(), published.about()),
                        new AlertStatus.Retracted(boughtAtMs.getAsLong(), Reason.LATE_PURCHASE));
    }

    private static Abandonment takeBack(Abandonment state, Subject subject, Alert published) {
        if (subject.arming() instanceof Arming.Disarmed disarmed) {
            return state.reclassify(
                    subject,
                    new Arming.Idle(),
                    disarmed.reason(),
                    takenBack(published, disarmed.atMs(), reason(disarmed)));
        }
        if (subject.arming() instanceof Arming.Armed armed && armed.previous().isPresent()) {
            Arming.Disarmed previous = armed.previous().get();
            return state.reclassify(
                    subject,
                    armed.forgettingPrevious(),
                    previous.reason(),
                    takenBack(published, previous.atMs(), reason(previous)));
        }
        return state.withTakenBack(subject, takenBack(published, published.deadlineMs(), Reason.SUPERSEDED));
    }

    private static Subject subjectOf(Abandonment state, Alert published, String tenant) {
        return state.subjects().stream()
                .filter(subject -> isArmedFor(subject, published, tenant))
                .findFirst()
                .orElseGet(() -> state.get(published.subject(), published.about()));
    }

    private static boolean isArmedFor(Subject subject, Alert published, String tenant) {
        return subject.arming() instanceof Arming.Armed armed
                && AlertId.of(tenant, subject.kind(), armed.by()).equals(published.id());
    }

    private static Alert takenBack(Alert published, long atMs, Reason reason) {
        return published.withStatus(new AlertStatus.Retracted(atMs, reason));
    }

    /** One live alert an episode, the latest (rule A3); what is armed beside it of the same kind is told with it. */
    private static Abandonment abandon(Abandonment state, Subject subject, Alert alert) {
        Abandonment next = state;
        for (Subject other : state.subjects()) {
            if (takesPlaceOf(subject, other)) {
                next = next.resolve(other, new AlertStatus.Expired(alert.deadlineMs(), Reason.REPLACED));
            }
        }
        for (Subject other : subject.kind().isInterest() ? next.ofKind(subject.kind()) : List.<Subject>of()) {
            if (!other.key().equals(subject.key())) {
                next = next.disarm(other, DisarmReason.REPLACED, alert.deadlineMs());
            }
        }
        return next.abandon(next.get(subject.key(), subject.about()), alert);
    }

    /** Interest that is left does not take the place of a cart that was left earlier. */
    private static boolean takesPlaceOf(Subject subject, Subject other) {
        boolean isLess = subject.kind().isInterest() && !other.kind().isInterest();
        return !isLess && subject.isSameEpisode(other);
    }

    private static Abandonment remind(
            Abandonment state, Subject subject, Due due, int further, boolean isSuperseded, Shopping shopping) {
        Alert alert = subject.alerts().live().orElseThrow();
        Reminder reminder = new Reminder(
                alert.step() + further,
                due.type() == Due.Type.REACH,
                isSuperseded,
                due.atMs(),
                inCart(subject, shopping).orElse(alert.lines()));
        return state.with(subject.with(subject.alerts().reminding(reminder)));
    }

    private static Alert alert(
            Abandonment state,
            Subject subject,
            long deadlineMs,
            Shopping shopping,
            String tenant,
            AbandonmentPolicy policy) {
        Arming.Armed armed = (Arming.Armed) subject.arming();
        return new Alert(
                AlertId.of(tenant, subject.kind(), armed.by()),
                subject.key(),
                subject.armSeq(),
                armed.atMs(),
                Deadlines.lastActivityMs(armed, shopping.lastActivityAtMs(), policy),
                deadlineMs,
                subject.about(),
                left(state, subject, shopping),
                shopping.visit(),
                armed.evidence(),
                shopping.reachable(),
                new AlertStatus.Live(),
                List.of());
    }

    private static List<Line> left(Abandonment state, Subject subject, Shopping shopping) {
        return subject.kind() == Kind.BROWSE
                ? lookedAt(state)
                : inCart(subject, shopping).orElse(subject.about().lines());
    }

    private static Optional<List<Line>> inCart(Subject subject, Shopping shopping) {
        return subject.about().cartId().map(shopping.carts()::contentsOf).filter(lines -> !lines.isEmpty());
    }

    /** Everything that was looked at, the last first. */
    private static List<Line> lookedAt(Abandonment state) {
        return state.ofKind(Kind.BROWSE).stream()
                .filter(Subject::isArmed)
                .sorted(Comparator.comparingLong(Subject::changedAtMs)
                        .reversed()
                        .thenComparing(subject -> subject.key().id()))
                .flatMap(subject -> subject.about().lines().stream())
                .toList();
    }

    private static Reason reason(Arming.Disarmed disarmed) {
        return switch (disarmed.reason()) {
            case BOUGHT, PAID -> Reason.LATE_PURCHASE;
            case EMPTIED -> Reason.EMPTIED;
            case MOVED_UP, MOVED_DOWN, REPLACED, VIEWED, BOT -> Reason.SUPERSEDED;
            case MERGED -> Reason.MERGED;
            case ERASED -> Reason.ERASED;
            case SUBMITTED -> Reason.SUBMITTED;
            case CANCELLED -> Reason.CANCELLED;
            case OVERFLOW -> Reason.OVERFLOW;
        };
    }
}
