package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A11: actions are those facts that may be acted on, and how those ended; no more and no less. */
final class ActionsAreFacts implements Invariant {

    @Override
    public List<Difference> broken(List<Fact> facts, Published published) {
        Set<String> sent = new HashSet<>();
        List<AbandonmentEvent> due = new ArrayList<>();
        published.abandonment().stream()
                .filter(AbandonmentEvent::getActionable)
                .forEach(event -> sent.add(event.getAlertId()));
        for (AbandonmentEvent event : published.abandonment()) {
            boolean calledBack =
                    event.getState() == AbandonmentState.RETRACTED || event.getState() == AbandonmentState.RECOVERED;
            if (event.getActionable() || (calledBack && sent.contains(event.getAlertId()))) {
                due.add(event);
            }
        }
        List<Difference> broken = new ArrayList<>();
        without(published.actions(), due)
                .forEach(more -> broken.add(difference(more.getProfile(), "only in the actions: " + more)));
        without(due, published.actions())
                .forEach(less -> broken.add(difference(less.getProfile(), "not in the actions: " + less)));
        return broken;
    }

    /** By their text: Avro cannot compare lists of lines with decimals that were read from bytes. */
    private static List<AbandonmentEvent> without(List<AbandonmentEvent> all, List<AbandonmentEvent> some) {
        List<String> left = new ArrayList<>();
        some.forEach(event -> left.add(event.toString()));
        return all.stream().filter(event -> !left.remove(event.toString())).toList();
    }
}
