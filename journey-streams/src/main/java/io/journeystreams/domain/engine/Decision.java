package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.profile.ProfileState;
import java.util.List;

/**
 * What the engine decided about one profile: its next state and what to publish.
 *
 * @param change how the counts of rule A1 changed
 * @param relays what other profiles have to be told
 * @param map how the journey map changes
 */
public record Decision(
        ProfileState state, Outcome outcome, Outputs outputs, Tally change, List<Relay> relays, List<MapCount> map) {

    public Decision {
        relays = List.copyOf(relays);
        map = List.copyOf(map);
    }

    /** The map does not change. */
    Decision(ProfileState state, Outcome outcome, Outputs outputs, Tally change, List<Relay> relays) {
        this(state, outcome, outputs, change, relays, List.of());
    }

    static Decision of(ProfileState state, Outcome outcome, Outputs outputs, Tally change) {
        return new Decision(state, outcome, outputs, change, List.of());
    }

    static Decision nothing(ProfileState state, Outcome outcome) {
        return of(state, outcome, Outputs.NONE, Tally.ZERO);
    }

    /** The same decision, its state settled. */
    Decision settled(ProfileState settled) {
        return new Decision(settled, outcome, outputs, change, relays, map);
    }

    /** This decision and, taken on its state, the next. */
    Decision followedBy(Decision next) {
        return new Decision(
                next.state,
                next.outcome,
                outputs.followedBy(next.outputs),
                change.plus(next.change),
                Outputs.joined(relays, next.relays),
                Outputs.joined(map, next.map));
    }
}
