package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.profile.ProfileState;
import java.util.List;

/**
 * What the engine decided about one profile: its next state and what to publish.
 *
 * @param change how the counts of rule A1 changed
 * @param relays what other profiles have to be told
 */
public record Decision(ProfileState state, Outcome outcome, Outputs outputs, Tally change, List<Relay> relays) {

    public Decision {
        relays = List.copyOf(relays);
    }

    static Decision of(ProfileState state, Outcome outcome, Outputs outputs, Tally change) {
        return new Decision(state, outcome, outputs, change, List.of());
    }

    static Decision nothing(ProfileState state, Outcome outcome) {
        return of(state, outcome, Outputs.NONE, Tally.ZERO);
    }

    /** The same decision, its state settled. */
    Decision settled(ProfileState settled) {
        return new Decision(settled, outcome, outputs, change, relays);
    }

    /** This decision and, taken on its state, the next. */
    Decision followedBy(Decision next) {
        return new Decision(
                next.state,
                next.outcome,
                outputs.followedBy(next.outputs),
                change.plus(next.change),
                Outputs.joined(relays, next.relays));
    }
}
