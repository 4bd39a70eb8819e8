package io.journeystreams.domain.moment;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.OrderId;
import io.journeystreams.domain.fact.Fact;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A moment in a customer's journey (rule G9), or of a contact with the service (rule M3).
 *
 * @param by the event that brought it; of a timed one, the event from which it was counted
 * @param sinceMs when the measured delay began, epoch milliseconds; empty where that is not known
 * @param tier the new one, of a crossing
 * @param tierBefore empty if there was none
 * @param contact of moments of the service
 */
public record Moment(
        Kind kind,
        long atMs,
        EventId by,
        OptionalLong sinceMs,
        Optional<OrderId> orderId,
        Optional<String> tier,
        Optional<String> tierBefore,
        Optional<ContactFigures> contact,
        boolean isTimed)
        implements Fact {

    /** What the moment is; published in lower case with hyphens. */
    public enum Kind {
        /** An order was paid; measured from when it was placed. */
        THANK_YOU,
        /** A paid order was shipped; until then something could be put into the parcel. */
        SURPRISE_WINDOW,
        /** An order was delivered some days ago, and nothing is wrong with it. */
        REVIEW,
        /** The customer came into another tier; measured from the one before. */
        LOYALTY_TIER,
        /** A customer who had left has bought; measured from the leaving. */
        WIN_BACK,
        /** The wait of a contact has passed what was promised, and goes on. */
        PROMISE_BREACHED,
        /** A contact is over. */
        CONTACT_ENDED,
        /** The customer had to come again; measured from the end of the contact before. */
        REPEAT_CONTACT,
        /** The customer did not have to come again. */
        SOLVED_AT_FIRST_CONTACT;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A contact in numbers.
     *
     * @param channel in lower case
     * @param id the contact's, as the source names it; its first event where it has no name
     * @param waitMs from the request to the answer, or to the end if nobody answered, milliseconds
     * @param handlingMs from the answer to the end, milliseconds
     * @param promiseMs longest wait that was promised, milliseconds
     * @param abandoned the customer left the queue
     * @param repeat not the first contact about it
     */
    public record ContactFigures(
            String channel,
            String id,
            OptionalLong waitMs,
            OptionalLong handlingMs,
            long promiseMs,
            boolean abandoned,
            boolean repeat) {}

    /** Milliseconds. */
    public OptionalLong delayMs() {
        return sinceMs.isPresent() ? OptionalLong.of(atMs - sinceMs.getAsLong()) : OptionalLong.empty();
    }

    @Override
    public String cause() {
        return "MOMENT|" + kind + "|" + by.value();
    }

    /** A moment that did not come is taken back; none takes the place of another. */
    @Override
    public String group() {
        return cause();
    }
}
