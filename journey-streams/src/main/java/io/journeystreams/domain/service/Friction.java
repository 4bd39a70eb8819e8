package io.journeystreams.domain.service;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.stage.Channel;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.Optional;

/**
 * Something that stood in the customer's way (rule M4).
 *
 * @param by the event; of a breach, the one that opened the contact
 * @param valueLost what was in the customer's carts
 * @param stage of the mission
 * @param detail the error, the stage gone back to, the channel of the contact
 * @param visit number of the visit
 */
public record Friction(
        Kind kind,
        long atMs,
        EventId by,
        Optional<Money> valueLost,
        Optional<String> stage,
        Optional<MissionMark> mission,
        Optional<Channel> channel,
        Optional<String> device,
        Optional<String> detail,
        long visit,
        boolean isTimed)
        implements Fact {

    /** What it was. */
    public enum Kind {
        PAYMENT_FAILED,
        CHECKOUT_ERROR,
        /** Back to a lower stage. */
        DETOUR,
        /** For the second time or more up into a stage that the mission had been in. */
        LOOP,
        PROMISE_BREACHED
    }

    @Override
    public String cause() {
        return "FRICTION|" + kind + "|" + by.value();
    }

    /** Friction that was none is taken back; none takes the place of another. */
    @Override
    public String group() {
        return cause();
    }
}
