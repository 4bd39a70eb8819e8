package io.journeystreams.domain.engine;

import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Transition;
import java.util.List;

/** What is published of the course of a journey, each list in the order in which it is to be published. */
public record FactOutputs(
        List<FactOutput<Transition>> transitions,
        List<FactOutput<Moment>> moments,
        List<FactOutput<Friction>> frictions) {

    public static final FactOutputs NONE = new FactOutputs(List.of(), List.of(), List.of());

    public FactOutputs {
        transitions = List.copyOf(transitions);
        moments = List.copyOf(moments);
        frictions = List.copyOf(frictions);
    }

    FactOutputs followedBy(FactOutputs next) {
        return new FactOutputs(
                Outputs.joined(transitions, next.transitions),
                Outputs.joined(moments, next.moments),
                Outputs.joined(frictions, next.frictions));
    }

    public boolean isEmpty() {
        return transitions.isEmpty() && moments.isEmpty() && frictions.isEmpty();
    }
}
