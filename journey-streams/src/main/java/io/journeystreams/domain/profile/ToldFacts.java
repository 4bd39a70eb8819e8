package io.journeystreams.domain.profile;

import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.Settlement;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Transition;
import java.util.List;
import java.util.stream.Stream;

/** What readers have been told of a journey's course, as far as a late event may still change it. */
public record ToldFacts(
        List<Told<Transition>> transitions,
        List<Told<Moment>> moments,
        List<Told<Friction>> frictions,
        List<ToldAlert> churn,
        List<Told<Settlement>> settlements) {

    public static final ToldFacts NONE = new ToldFacts(List.of(), List.of(), List.of(), List.of(), List.of());

    public ToldFacts {
        transitions = List.copyOf(transitions);
        moments = List.copyOf(moments);
        frictions = List.copyOf(frictions);
        churn = List.copyOf(churn);
        settlements = List.copyOf(settlements);
    }

    public int size() {
        return transitions.size() + moments.size() + frictions.size() + churn.size() + settlements.size();
    }

    boolean hold(Fact fact) {
        return Stream.of(transitions, moments, frictions, settlements)
                        .flatMap(List::stream)
                        .anyMatch(told -> told.fact().cause().equals(fact.cause()))
                || churn.stream().anyMatch(told -> told.alert().cause().equals(fact.cause()));
    }

    /** What readers have been told of two profiles that are one now. */
    public ToldFacts union(ToldFacts other) {
        return new ToldFacts(
                Told.union(transitions, other.transitions),
                Told.union(moments, other.moments),
                Told.union(frictions, other.frictions),
                ToldAlert.union(churn, other.churn),
                Told.union(settlements, other.settlements));
    }

    /** @param kept as it goes on: what is told of its alerts is remembered as long as they are */
    public ToldFacts forgetBefore(long ms, Churn kept) {
        return new ToldFacts(
                Told.forgetBefore(ms, transitions),
                Told.forgetBefore(ms, moments),
                Told.forgetBefore(ms, frictions),
                churn.stream()
                        .filter(told -> told.alert().firedAtMs() >= ms
                                || kept.hasAlert(told.alert().cause()))
                        .toList(),
                Told.forgetBefore(ms, settlements));
    }

    /** What can be told of the future of a customer of whom nothing else is remembered. */
    public ToldFacts ofChurn() {
        return new ToldFacts(List.of(), List.of(), List.of(), churn, List.of());
    }
}
