package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.Money;
import io.journeystreams.domain.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A move from one stage to another (rule G3).
 *
 * @param from empty at the beginning of a layer
 * @param to a stage of the model, or what stages lead to
 * @param rule name of the evidence rule, or of the rule of ours
 * @param evidence the events that it rests on, the one that completed it last, at most {@link EvidenceRule#MAX_COUNT}
 * @param timeSpentMs in the stage before, milliseconds
 * @param visit number of the visit
 * @param channel of the event, else the one by which the mission began
 * @param value of the order that reaches the goal; in other layers than the lifecycle, else of what was in the carts
 * @param conformant the model allows the move
 * @param goalReached the mission reached its goal with it
 * @param buyerJourney the customer has an order that was kept
 * @param reason why a mission was discontinued
 */
public record Transition(
        Layer layer,
        Optional<String> from,
        String to,
        Direction direction,
        long atMs,
        String rule,
        List<EventId> evidence,
        OptionalLong timeSpentMs,
        long visit,
        Optional<MissionMark> mission,
        Optional<Channel> channel,
        Optional<String> device,
        Optional<Money> value,
        boolean conformant,
        boolean goalReached,
        boolean buyerJourney,
        Optional<String> reason,
        boolean isTimed)
        implements Fact {

    public Transition {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a transition has evidence: " + layer + " to " + to);
        }
    }

    /** The event that completed the evidence; of a timed one, the last event before. */
    public EventId by() {
        return evidence.get(evidence.size() - 1);
    }

    /** The same move, with what is known of its mission. */
    public Transition in(MissionMark known) {
        return new Transition(
                layer,
                from,
                to,
                direction,
                atMs,
                rule,
                evidence,
                timeSpentMs,
                visit,
                Optional.of(known),
                channel,
                device,
                value,
                conformant,
                goalReached,
                buyerJourney,
                reason,
                isTimed);
    }

    /**
     * The mission in which something happened.
     *
     * @param startedBy its first event; its id derives from it
     * @param number how many missions the customer has begun, this one included
     * @param entryDevice kind of device on which it began
     * @param segment of the customer when it began
     */
    public record MissionMark(
            EventId startedBy,
            long number,
            Optional<Channel> entryChannel,
            Optional<String> entryDevice,
            Segment segment) {

        MissionMark enteredThrough(Optional<Channel> channel) {
            return new MissionMark(startedBy, number, channel, entryDevice, segment);
        }

        public String id(String tenant) {
            return DerivedId.of(tenant, "MISSION", startedBy.value());
        }
    }

    @Override
    public String cause() {
        return layer + "|" + to + "|" + by().value();
    }

    @Override
    public boolean isVersionOf(Fact other) {
        return other instanceof Transition move && layer == move.layer && to.equals(move.to) && by().equals(move.by());
    }

    @Override
    public String group() {
        return layer.name();
    }
}
