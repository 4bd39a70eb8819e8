package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.person.Person;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What falls due, and when (rules A1, A2, A3, A10, A12, A13). What it means is {@link Abandoning}'s. */
public final class Deadlines {

    private Deadlines() {}

    /**
     * How long an armed subject waits if nothing else happens.
     *
     * @param untilMs its deadline, epoch milliseconds
     * @param putOff why that is later than its delay asks for
     */
    public record Wait(long untilMs, PutOff putOff) {}

    /** Why a subject has to be quiet beyond its delay. */
    public enum PutOff {
        NO,
        /** It had an alert a short while ago (rule A10). */
        COOL_DOWN,
        /** A higher kind had one (rule A3). */
        HIGHER_KIND
    }

    /** Nothing if it is not armed. */
    public static Optional<Wait> waitOf(
            Abandonment state, Subject subject, long lastActivityAtMs, AbandonmentPolicy policy) {
        if (!(subject.arming() instanceof Arming.Armed armed)) {
            return Optional.empty();
        }
        long untilMs = deadlineMs(lastAlerts(state), subject, armed, lastActivityAtMs, policy);
        long delayedMs = lastActivityMs(armed, lastActivityAtMs, policy)
                + policy.delayOf(subject).toMillis();
        long coolMs = subject.alerts().lastAtMs() + policy.coolDown().toMillis();
        boolean isCooling = subject.alerts().hadAny() && untilMs == coolMs;
        PutOff putOff = isCooling ? PutOff.COOL_DOWN : PutOff.HIGHER_KIND;
        return Optional.of(new Wait(untilMs, untilMs == delayedMs ? PutOff.NO : putOff));
    }

    /** The next thing due, if nothing else happens. */
    public static Optional<Due> next(
            Abandonment state, long lastActivityAtMs, Person person, AbandonmentPolicy policy) {
        Map<Kind, Long> lastAlerts = lastAlerts(state);
        Due next = null;
        for (Subject subject : state.subjects()) {
            if (subject.arming() instanceof Arming.Armed armed) {
                long atMs = deadlineMs(lastAlerts, subject, armed, lastActivityAtMs, policy);
                next = sooner(next, new Due(atMs, Due.Type.ABANDON, subject.key()));
            }
            Optional<Alert> live = subject.alerts().live();
            if (live.isPresent()) {
                next = sooner(next, next(live.get(), subject, lastActivityAtMs, person, policy));
            }
        }
        return Optional.ofNullable(next);
    }

    /** The next thing due about an alert that stands. */
    private static Due next(
            Alert alert, Subject subject, long lastActivityAtMs, Person person, AbandonmentPolicy policy) {
        long expiresAtMs = alert.deadlineMs() + policy.recoveryWindow().toMillis();
        Due expiry = new Due(expiresAtMs, Due.Type.EXPIRE, subject.key());
        Optional<Due> step = nextStep(alert, subject.key(), policy);
        Due next = step.isPresent() ? sooner(expiry, step.get()) : expiry;
        Optional<Due> reached = reached(alert, subject, lastActivityAtMs, person, policy);
        return reached.isPresent() ? sooner(next, reached.get()) : next;
    }

    private static Due sooner(@Nullable Due next, Due other) {
        return next == null || Due.ORDER.compare(other, next) < 0 ? other : next;
    }

    /** So much after the first deadline, whatever the customer does meanwhile (rule A13). */
    private static Optional<Due> nextStep(Alert alert, SubjectKey subject, AbandonmentPolicy policy) {
        List<Duration> steps = policy.of(subject.kind()).steps();
        int taken = alert.step() - 1;
        return taken < steps.size()
                ? Optional.of(new Due(alert.deadlineMs() + steps.get(taken).toMillis(), Due.Type.STEP, subject))
                : Optional.empty();
    }

    /** At once where the CRM knew, after a fresh delay where the customer is about (rule A12). */
    private static Optional<Due> reached(
            Alert alert, Subject subject, long lastActivityAtMs, Person person, AbandonmentPolicy policy) {
        if (alert.reachable() || alert.wasRepeated()) {
            return Optional.empty();
        }
        long latestMs = alert.deadlineMs() + policy.action().reachableWithin().toMillis();
        return person.reached().filter(reached -> reached.sinceMs() <= latestMs).map(reached -> {
            long sinceMs = reached.byActivity()
                    ? Math.max(reached.sinceMs(), lastActivityAtMs)
                            + policy.delayOf(subject).toMillis()
                    : reached.sinceMs();
            return new Due(Math.max(sinceMs, alert.deadlineMs()), Due.Type.REACH, subject.key());
        });
    }

    /** Last activity + delay (rule A2), but not while the subject or its kind has to be quiet (rules A3, A10). */
    private static long deadlineMs(
            Map<Kind, Long> lastAlerts,
            Subject subject,
            Arming.Armed armed,
            long lastActivityAtMs,
            AbandonmentPolicy policy) {
        long basisMs = lastActivityMs(armed, lastActivityAtMs, policy);
        long deadlineMs = basisMs + policy.delayOf(subject).toMillis();
        return Math.max(deadlineMs, quietUntilMs(lastAlerts, subject, policy));
    }

    static long lastActivityMs(Arming.Armed armed, long lastActivityAtMs, AbandonmentPolicy policy) {
        return policy.basis() == AbandonmentPolicy.Basis.CUSTOMER
                ? Math.max(armed.touchedAtMs(), lastActivityAtMs)
                : armed.touchedAtMs();
    }

    /** Epoch milliseconds; the earliest possible time if it may speak. */
    static long quietUntilMs(Abandonment state, Subject subject, AbandonmentPolicy policy) {
        return quietUntilMs(lastAlerts(state), subject, policy);
    }

    private static long quietUntilMs(Map<Kind, Long> lastAlerts, Subject subject, AbandonmentPolicy policy) {
        AlertHistory own = subject.alerts();
        long untilMs = own.hadAny() ? own.lastAtMs() + policy.coolDown().toMillis() : Long.MIN_VALUE;
        for (Map.Entry<Kind, Long> last : lastAlerts.entrySet()) {
            if (last.getKey().isAbove(subject.kind())) {
                untilMs = Math.max(
                        untilMs, last.getValue() + policy.quietAfterHigher().toMillis());
            }
        }
        return untilMs;
    }

    /** When each kind had its last alert, epoch milliseconds; asked once for all subjects, of which there may be many. */
    private static Map<Kind, Long> lastAlerts(Abandonment state) {
        Map<Kind, Long> last = new EnumMap<>(Kind.class);
        for (Subject subject : state.subjects()) {
            if (subject.alerts().hadAny()) {
                last.merge(subject.kind(), subject.alerts().lastAtMs(), Math::max);
            }
        }
        return last;
    }
}
