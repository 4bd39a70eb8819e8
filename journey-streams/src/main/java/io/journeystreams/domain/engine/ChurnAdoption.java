package io.journeystreams.domain.engine;

import io.journeystreams.domain.churn.Churn;
import io.journeystreams.domain.churn.ChurnAlert;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.ChurnRules;
import io.journeystreams.domain.churn.ToldAlert;
import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.ClockReading;
import java.util.List;

/** Judges a customer by the parameters of today from the moment on at which somebody comes by. */
final class ChurnAdoption {

    private ChurnAdoption() {}

    static ProfileState of(ProfileState state, ClockReading clock, ChurnPolicy policy) {
        if (!clock.isDefined()) {
            return state;
        }
        Journey settled = state.settled();
        Churn before = settled.course().churn();
        Churn adopted = ChurnRules.adopt(before, standing(state), clock.timeMs(), policy);
        return adopted.equals(before)
                ? state
                : state.withSettled(settled.with(settled.course().with(adopted)));
    }

    /** @param told the journey as it was told */
    static Journey judged(Journey settled, Journey told, ChurnPolicy policy) {
        Churn before = settled.course().churn();
        Churn judged = ChurnRules.judge(before, told.course().churn(), policy);
        return judged.equals(before) ? settled : settled.with(settled.course().with(judged));
    }

    private static List<ChurnAlert> standing(ProfileState state) {
        if (state.facts().churn().isEmpty()) {
            return List.of();
        }
        return state.facts().churn().stream()
                .filter(ToldAlert::isOpen)
                .map(ToldAlert::alert)
                .toList();
    }
}
