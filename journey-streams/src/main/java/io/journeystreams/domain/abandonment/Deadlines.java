package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What falls due, and what it means when it does (rules A1, A2, A3, A10). */
public final class Deadlines {

    private Deadlines() {}

    /** The next thing due, if nothing else happens. */
    public static Optional<Due> next(Abandonment state, long lastActivityAtMs, AbandonmentPolicy policy) {
        return state.subjects().stream()
                .flatMap(subject -> dues(state, subject, lastActivityAtMs, policy))
                .min(Due.ORDER);
    }

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
        if (due.type() == Due.Type.EXPIRE) {
            return state.resolve(subject, new AlertStatus.Expired(due.atMs(), Reason.RECOVERY_WINDOW_OVER));
        }
        return abandon(state, subject, alert(subject, due.atMs(), shopping, tenant, policy));
    }

    /**
     * An alert that has been published happens again, whatever is known now. It belongs to whatever its arming event has
     * armed, which a late event may have changed. Where that is no longer armed, the alert is taken back.
     */
    public static Abandonment repeat(Abandonment state, Alert published, String tenant) {
        Subject subject = subjectOf(state, published, tenant);
        if (state.hasAlert(published.id())) {
            return isArmedFor(subject, published, tenant)
                    ? state.disarm(subject, DisarmReason.MOVED_UP, published.deadlineMs())
                    : state;
        }
        if (covers(subject, published)) {
            return abandon(state, subject, published.withStatus(new AlertStatus.Live()));
        }
        return takeBack(state, subject, published);
    }

    /** The arming under way is the one of the alert; a late event may have shown that it began earlier. */
    private static boolean covers(Subject subject, Alert published) {
        return subject.arming() instanceof Arming.Armed armed && armed.atMs() <= published.armedAtMs();
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
                .orElseGet(
                        () -> state.get(published.subject(), published.about().cartId()));
    }

    private static boolean isArmedFor(Subject subject, Alert published, String tenant) {
        return subject.arming() instanceof Arming.Armed armed
                && AlertId.of(tenant, subject.kind(), armed.by()).equals(published.id());
    }

    private static Alert takenBack(Alert published, long atMs, Reason reason) {
        return published.withStatus(new AlertStatus.Retracted(atMs, reason));
    }

    private static Abandonment abandon(Abandonment state, Subject subject, Alert alert) {
        Abandonment next = state;
        for (Subject other : state.about(subject.about().cartId())) {
            next = next.resolve(other, new AlertStatus.Expired(alert.deadlineMs(), Reason.REPLACED));
        }
        return next.abandon(next.get(subject.key(), subject.about().cartId()), alert);
    }

    private static Stream<Due> dues(
            Abandonment state, Subject subject, long lastActivityAtMs, AbandonmentPolicy policy) {
        Stream<Due> expiry = subject.alerts().live().stream()
                .map(alert -> alert.deadlineMs() + policy.recoveryWindow().toMillis())
                .map(atMs -> new Due(atMs, Due.Type.EXPIRE, subject.key()));
        if (!(subject.arming() instanceof Arming.Armed armed)) {
            return expiry;
        }
        long atMs = deadlineMs(state, subject, armed, lastActivityAtMs, policy);
        return Stream.concat(expiry, Stream.of(new Due(atMs, Due.Type.ABANDON, subject.key())));
    }

    /** Last activity + delay (rule A2), but not while the subject or its kind has to be quiet (rules A3, A10). */
    private static long deadlineMs(
            Abandonment state, Subject subject, Arming.Armed armed, long lastActivityAtMs, AbandonmentPolicy policy) {
        long basisMs = lastActivityMs(armed, lastActivityAtMs, policy);
        long deadlineMs = basisMs + policy.of(subject.kind()).delay().toMillis();
        return Math.max(deadlineMs, quietUntilMs(state, subject, policy));
    }

    private static long lastActivityMs(Arming.Armed armed, long lastActivityAtMs, AbandonmentPolicy policy) {
        return policy.basis() == AbandonmentPolicy.Basis.CUSTOMER
                ? Math.max(armed.touchedAtMs(), lastActivityAtMs)
                : armed.touchedAtMs();
    }

    private static long quietUntilMs(Abandonment state, Subject subject, AbandonmentPolicy policy) {
        long untilMs = Long.MIN_VALUE;
        for (Subject other : state.subjects()) {
            boolean hadAlert = other.alerts().count() > 0;
            if (hadAlert && other.key().equals(subject.key())) {
                untilMs = Math.max(
                        untilMs, other.alerts().lastAtMs() + policy.coolDown().toMillis());
            } else if (hadAlert && other.kind().isAbove(subject.kind())) {
                untilMs = Math.max(
                        untilMs,
                        other.alerts().lastAtMs() + policy.quietAfterHigher().toMillis());
            }
        }
        return untilMs;
    }

    private static Alert alert(
            Subject subject, long deadlineMs, Shopping shopping, String tenant, AbandonmentPolicy policy) {
        Arming.Armed armed = (Arming.Armed) subject.arming();
        return new Alert(
                AlertId.of(tenant, subject.kind(), armed.by()),
                subject.key(),
                subject.armSeq(),
                armed.atMs(),
                lastActivityMs(armed, shopping.lastActivityAtMs(), policy),
                deadlineMs,
                subject.about(),
                left(subject, shopping),
                shopping.visit(),
                armed.evidence(),
                new AlertStatus.Live());
    }

    private static List<Line> left(Subject subject, Shopping shopping) {
        List<Line> inCart = shopping.carts().contentsOf(subject.about().cartId());
        return inCart.isEmpty() ? subject.about().lines() : inCart;
    }

    private static Reason reason(Arming.Disarmed disarmed) {
        return switch (disarmed.reason()) {
            case BOUGHT -> Reason.LATE_PURCHASE;
            case EMPTIED -> Reason.EMPTIED;
            case MOVED_UP, MOVED_DOWN, BOT -> Reason.SUPERSEDED;
            case MERGED -> Reason.MERGED;
            case ERASED -> Reason.ERASED;
        };
    }
}
