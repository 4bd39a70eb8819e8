package io.journeystreams.domain.profile;

import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Transition;
import java.util.List;
import java.util.stream.Stream;

/** What readers have been told of a journey's course, as far as a late event may still change it. */
public record ToldFacts(
        List<Told<Transition>> transitions, List<Told<Moment>> moments, List<Told<Friction>> frictions) {

    public static final ToldFacts NONE = new ToldFacts(List.of(), List.of(), List.of());

    public ToldFacts {
        transitions = List.copyOf(transitions);
        moments = List.copyOf(moments);
        frictions = List.copyOf(frictions);
    }

    public int size() {
        return transitions.size() + moments.size() + frictions.size();
    }

    boolean hold(Fact fact) {
        return Stream.of(transitions, moments, frictions)
                .flatMap(List::stream)
                .anyMatch(told -> told.fact().cause().equals(fact.cause()));
    }

    /** What readers have been told of two profiles that are one now. */
    public ToldFacts union(ToldFacts other) {
        return new ToldFacts(
                Told.union(transitions, other.transitions),
                Told.union(moments, other.moments),
                Told.union(frictions, other.frictions));
    }

    public ToldFacts forgetBefore(long ms) {
        return new ToldFacts(
                Told.forgetBefore(ms, transitions), Told.forgetBefore(ms, moments), Told.forgetBefore(ms, frictions));
    }
}
