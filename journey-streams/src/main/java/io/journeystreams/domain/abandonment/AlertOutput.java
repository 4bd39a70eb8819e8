package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.TraceParent;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An alert to be published: the fact, and whether it may be acted on (rule A11).
 *
 * @param revision 1 when abandoned, one more with each output of the alert
 * @param state what this revision says; of an alert that is resolved when first published, revision 1 still says abandoned
 * @param reason why it may not be acted on, or why it was taken back
 * @param toActions also goes to those who act: actionable, or the end of something that was
 * @param step reminder step, from 1 (rule A13)
 * @param delivery how and from when on the customer may be contacted
 * @param recoveryLink link back to the cart, carrying the alert id
 * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
 * @param standing where the customer stood at the deadline
 * @param trace of the event that caused it, as far as it is known
 */
public record AlertOutput(
        ProfileKey profile,
        Alert alert,
        int revision,
        State state,
        boolean actionable,
        Reason reason,
        boolean toActions,
        int step,
        Delivery delivery,
        Optional<String> recoveryLink,
        long emittedAtMs,
        Standing standing,
        Optional<TraceParent> trace) {

    /** The same output, caused in that trace. */
    public AlertOutput causedIn(TraceParent cause) {
        return new AlertOutput(
                profile,
                alert,
                revision,
                state,
                actionable,
                reason,
                toActions,
                step,
                delivery,
                recoveryLink,
                emittedAtMs,
                standing,
                Optional.of(cause));
    }

    /** Where an alert stands for its readers. */
    public enum State {
        ABANDONED,
        RECOVERED,
        RETRACTED,
        EXPIRED;

        public static State of(AlertStatus status) {
            if (status instanceof AlertStatus.Recovered) {
                return RECOVERED;
            }
            if (status instanceof AlertStatus.Retracted) {
                return RETRACTED;
            }
            return status instanceof AlertStatus.Expired ? EXPIRED : ABANDONED;
        }
    }

    /**
     * How a customer may be contacted, said only where that is allowed.
     *
     * @param contact addresses by channel; empty where the mail tool knows them
     * @param consentBasis {@code opt-in}, {@code existing-customer} or {@code none}
     * @param notBeforeMs end of the quiet hours, epoch milliseconds
     */
    public record Delivery(Map<String, String> contact, Optional<String> consentBasis, OptionalLong notBeforeMs) {

        public static final Delivery NONE = new Delivery(Map.of(), Optional.empty(), OptionalLong.empty());

        public Delivery {
            contact = Map.copyOf(contact);
        }
    }
}
