package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.profile.ProfileState;

/**
 * What the engine decided about one profile: its next state and what to publish.
 *
 * @param change how the counts of rule A1 changed
 */
public record Decision(ProfileState state, Outcome outcome, Outputs outputs, Tally change) {

    static Decision nothing(ProfileState state, Outcome outcome) {
        return new Decision(state, outcome, Outputs.NONE, Tally.ZERO);
    }

    /** This decision and, taken on its state, the next. */
    Decision followedBy(Decision next) {
        return new Decision(next.state, next.outcome, outputs.followedBy(next.outputs), change.plus(next.change));
    }
}
