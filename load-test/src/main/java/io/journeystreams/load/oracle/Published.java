package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import java.util.List;

/**
 * What the processor committed to its output topics; each list in the order of its partitions, one partition after the other.
 *
 * @param abandonment all facts
 * @param actions those that may be acted on
 */
public record Published(
        List<SessionEvent> sessions,
        List<AbandonmentEvent> abandonment,
        List<AbandonmentEvent> actions,
        List<StageTransitionEvent> transitions) {

    public Published {
        sessions = List.copyOf(sessions);
        abandonment = List.copyOf(abandonment);
        actions = List.copyOf(actions);
        transitions = List.copyOf(transitions);
    }
}
