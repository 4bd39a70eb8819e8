package io.journeystreams.state.codec;

import io.journeystreams.contracts.ProfileState;
import io.journeystreams.contracts.StoredToldFriction;
import io.journeystreams.contracts.StoredToldMoment;
import io.journeystreams.contracts.StoredToldTransition;
import io.journeystreams.contracts.StoredTransition;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.fact.Fact;
import io.journeystreams.domain.fact.Told;
import io.journeystreams.domain.moment.Moment;
import io.journeystreams.domain.profile.ToldFacts;
import io.journeystreams.domain.service.Friction;
import io.journeystreams.domain.stage.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What readers have been told of a journey's course. */
final class ToldCodec {

    private ToldCodec() {}

    static List<StoredToldTransition> transitions(List<Told<Transition>> told, MissionTable missions) {
        List<Transition> facts = new ArrayList<>(told.size());
        for (Told<Transition> known : told) {
            facts.add(known.fact());
        }
        List<StoredToldTransition> stored = new ArrayList<>(told.size());
        for (StoredTransition fact : TransitionsCodec.store(facts, missions)) {
            stored.add(new StoredToldTransition(fact, revision(told.get(stored.size()))));
        }
        return stored;
    }

    private static List<Told<Transition>> transitions(List<StoredToldTransition> stored, Missions missions) {
        List<Transition> facts = TransitionsCodec.read(
                stored.stream().map(StoredToldTransition::getFact).toList(), missions);
        return IntStream.range(0, facts.size())
                .mapToObj(i -> told(facts.get(i), stored.get(i).getRevision()))
                .toList();
    }

    static List<StoredToldMoment> moments(List<Told<Moment>> told, TextTable texts) {
        return told.stream()
                .map(known -> new StoredToldMoment(FactCodec.store(known.fact(), texts), revision(known)))
                .toList();
    }

    static List<StoredToldFriction> frictions(List<Told<Friction>> told, MissionTable missions) {
        return told.stream()
                .map(known -> new StoredToldFriction(FactCodec.store(known.fact(), missions), revision(known)))
                .toList();
    }

    /** @param settled alerts of the settled journey */
    static ToldFacts read(ProfileState stored, List<ChurnAlert> settled, Missions missions) {
        Texts texts = missions.texts();
        return new ToldFacts(
                transitions(stored.getToldTransitions(), missions),
                stored.getToldMoments().stream()
                        .map(known -> told(FactCodec.read(known.getFact(), texts), known.getRevision()))
                        .toList(),
                stored.getToldFrictions().stream()
                        .map(known -> told(FactCodec.read(known.getFact(), missions), known.getRevision()))
                        .toList(),
                ToldChurnCodec.alerts(stored.getToldChurn(), settled, texts),
                ToldChurnCodec.settlements(stored.getToldChurn(), texts));
    }

    /** Below 0 if it does not stand any more. */
    static int revision(Told<?> told) {
        return told.stands() ? told.revision() : -told.revision();
    }

    static <F extends Fact> Told<F> told(F fact, int revision) {
        return new Told<>(fact, Math.abs(revision), revision > 0);
    }
}
