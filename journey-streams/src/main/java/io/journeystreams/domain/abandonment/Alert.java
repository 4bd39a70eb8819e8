package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.Line;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.event.Totals;
import java.util.List;
import java.util.Optional;

/**
 * A subject that was left unfinished, with all that a mail about it needs (rule A16).
 *
 * @param armSeq how often the subject has been armed, from 1
 * @param lines what was left when the deadline passed
 * @param evidence the arming event first, then what followed, at most {@link #MAX_EVIDENCE}
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
        AlertStatus status) {

    /** Evidence kept per alert. */
    public static final int MAX_EVIDENCE = 10;

    public Alert {
        lines = List.copyOf(lines);
        evidence = List.copyOf(evidence);
    }

    /** Sum of the lines; absent where there are none, a price is missing, or the currencies differ. */
    public Optional<Money> total() {
        return Totals.of(lines);
    }

    public Alert withSession(Optional<String> sessionId) {
        Visit known = new Visit(sessionId, visit.deviceId(), visit.device(), visit.channel());
        return new Alert(
                id, subject, armSeq, armedAtMs, lastActivityAtMs, deadlineMs, about, lines, known, evidence, status);
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
                About.cart(about.cartId()),
                List.of(),
                Visit.unknown(),
                List.of(),
                status);
    }

    public Alert withStatus(AlertStatus next) {
        return new Alert(
                id, subject, armSeq, armedAtMs, lastActivityAtMs, deadlineMs, about, lines, visit, evidence, next);
    }

    /**
     * How far the customer came at the till.
     *
     * @param attempts payments that failed
     */
    public record CheckoutProgress(
            Optional<String> step, Optional<String> lastError, Optional<String> errorHardness, int attempts) {

        public static CheckoutProgress none() {
            return new CheckoutProgress(Optional.empty(), Optional.empty(), Optional.empty(), 0);
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
