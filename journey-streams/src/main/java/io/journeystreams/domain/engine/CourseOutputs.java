package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.fact.FactOutput;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Transition;
import java.util.List;

/** What is published of the course of a journey, each list in the order in which it is to be published. */
public record CourseOutputs(
        List<FactOutput<Transition>> transitions,
        List<FactOutput<Moment>> moments,
        List<FactOutput<Friction>> frictions,
        List<FactOutput<Settlement>> settlements,
        List<ChurnOutput> churn) {

    public static final CourseOutputs NONE = new CourseOutputs(List.of(), List.of(), List.of(), List.of(), List.of());

    public CourseOutputs {
        transitions = List.copyOf(transitions);
        moments = List.copyOf(moments);
        frictions = List.copyOf(frictions);
        settlements = List.copyOf(settlements);
        churn = List.copyOf(churn);
    }

    static CourseOutputs ofChurn(List<ChurnOutput> churn) {
        return new CourseOutputs(List.of(), List.of(), List.of(), List.of(), churn);
    }

    CourseOutputs followedBy(CourseOutputs next) {
        if (isEmpty()) {
            return next;
        }
        return next.isEmpty() ? this : joined(next);
    }

    private CourseOutputs joined(CourseOutputs next) {
        return new CourseOutputs(
                Outputs.joined(transitions, next.transitions),
                Outputs.joined(moments, next.moments),
                Outputs.joined(frictions, next.frictions),
                Outputs.joined(settlements, next.settlements),
                Outputs.joined(churn, next.churn));
    }

    public boolean isEmpty() {
        return transitions.isEmpty()
                && moments.isEmpty()
                && frictions.isEmpty()
                && settlements.isEmpty()
                && churn.isEmpty();
    }
}
