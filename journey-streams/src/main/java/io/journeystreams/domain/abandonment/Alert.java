package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.ProductKey;
import io.journeystreams.domain.event.Totals;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A subject that was left unfinished, with all that a mail about it needs (rule A16).
 *
 * @param armSeq how often the subject has been armed, from 1
 * @param lines what was left when the deadline passed
 * @param evidence the arming event first, then what followed, at most {@link #MAX_EVIDENCE}
 * @param reachable the customer could be reached when the deadline passed
 * @param reminders when it was weighed again, in the order of time, at most one a step and one for reachability
 */
public record Alert(
        AlertId id,
        SubjectKey subject,
        int armSeq,
        long armedAtMs,
        long lastActivityAtMs,
        long deadlineMs,
        About about,
        List<Line> lines,
        Visit visit,
        List<Evidence> evidence,
        boolean reachable,
        AlertStatus status,
        List<Reminder> reminders) {

    /** Evidence kept per alert. */
    public static final int MAX_EVIDENCE = 10;

    public Alert {
        lines = List.copyOf(lines);
        evidence = List.copyOf(evidence);
        reminders = List.copyOf(reminders);
    }

    /** Sum of the lines; absent where there are none, a price is missing, or the currencies differ. */
    public Optional<Money> total() {
        return Totals.of(lines);
    }

    public Alert withSession(Optional<String> sessionId) {
        Visit known = new Visit(sessionId, visit.deviceId(), visit.device(), visit.channel());
        return new Alert(
                id,
                subject,
                armSeq,
                armedAtMs,
                lastActivityAtMs,
                deadlineMs,
                about,
                lines,
                known,
                evidence,
                reachable,
                status,
                reminders);
    }

    /** Which alert it is, and nothing of what it was about. */
    Alert withoutContent() {
        return new Alert(
                id,
                subject,
                armSeq,
                armedAtMs,
                lastActivityAtMs,
                deadlineMs,
                new About(about.cartId(), Optional.empty(), Optional.empty(), List.of(), CheckoutProgress.none()),
                List.of(),
                Visit.unknown(),
                List.of(),
                reachable,
                status,
                List.of());
    }

    public Alert withStatus(AlertStatus next) {
        return new Alert(
                id,
                subject,
                armSeq,
                armedAtMs,
                lastActivityAtMs,
                deadlineMs,
                about,
                lines,
                visit,
                evidence,
                reachable,
                next,
                reminders);
    }

    public Alert withReminders(List<Reminder> next) {
        return new Alert(
                id,
                subject,
                armSeq,
                armedAtMs,
                lastActivityAtMs,
                deadlineMs,
                about,
                lines,
                visit,
                evidence,
                reachable,
                status,
                next);
    }

    /** The same alert, showing what is left now. */
    Alert showing(List<Line> left) {
        return new Alert(
                id,
                subject,
                armSeq,
                armedAtMs,
                lastActivityAtMs,
                deadlineMs,
                about,
                left,
                visit,
                evidence,
                reachable,
                status,
                reminders);
    }

    /** When its deadline passed, or when it was weighed again: by then something else may have been left. */
    boolean hasShown(Predicate<ProductKey> product) {
        return Stream.concat(lines.stream(), reminders.stream().flatMap(reminder -> reminder.lines().stream()))
                .anyMatch(line -> product.test(line.product()));
    }

    /** What took its place at that time should not have been: what was bought has ended this one. */
    Alert recoveredIfReplaced(long replacedAtMs, AlertStatus.Recovered recovery) {
        return status.equals(new AlertStatus.Expired(replacedAtMs, Reason.REPLACED)) ? withStatus(recovery) : this;
    }

    /** The step reached, from 1. */
    int step() {
        return reminders.stream().mapToInt(Reminder::step).max().orElse(1);
    }

    boolean wasRepeated() {
        return reminders.stream().anyMatch(Reminder::becameReachable);
    }

    /**
     * How far the customer came at the till.
     *
     * @param errorHardness {@code hard} or {@code soft}
     * @param attempts payments that failed
     * @param method how it is to be paid
     */
    public record CheckoutProgress(
            Optional<String> step,
            Optional<String> lastError,
            Optional<String> errorHardness,
            int attempts,
            Optional<PaymentMethod> method) {

        public static CheckoutProgress none() {
            return new CheckoutProgress(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());
        }

        CheckoutProgress reaching(Optional<String> next) {
            return new CheckoutProgress(next.or(() -> step), lastError, errorHardness, attempts, method);
        }

        CheckoutProgress failing(Decline decline) {
            return new CheckoutProgress(
                    step,
                    decline.error().or(() -> lastError),
                    decline.hardness().or(() -> decline.error().isEmpty() ? errorHardness : Optional.empty()),
                    attempts + 1,
                    method);
        }

        CheckoutProgress paidBy(Optional<PaymentMethod> next) {
            return new CheckoutProgress(step, lastError, errorHardness, attempts, next.or(() -> method));
        }
    }

    /** The visit of the last activity. */
    public record Visit(
            Optional<String> sessionId, Optional<String> deviceId, Optional<String> device, Optional<String> channel) {

        public static Visit unknown() {
            return new Visit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
