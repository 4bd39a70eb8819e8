package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A1: an alert begins as ABANDONED, and once it has ended nobody is asked to act on it again. */
final class EndsOnlyWhatBegan implements Invariant {

    @Override
    public List<Difference> broken(List<Fact> facts, Published published) {
        Map<String, List<AbandonmentEvent>> alerts = published.abandonment().stream()
                .sorted(Comparator.comparingInt(AbandonmentEvent::getRevision))
                .collect(Collectors.groupingBy(AbandonmentEvent::getAlertId, TreeMap::new, Collectors.toList()));
        List<Difference> broken = new ArrayList<>();
        for (List<AbandonmentEvent> revisions : alerts.values()) {
            if (!isLife(revisions)) {
                broken.add(difference(
                        revisions.get(0).getProfile(),
                        revisions.stream().map(AbandonmentEvent::getState).toList()));
            }
        }
        return broken;
    }

    private static boolean isLife(List<AbandonmentEvent> revisions) {
        boolean ended = false;
        for (AbandonmentEvent revision : revisions) {
            if (ended && revision.getActionable()) {
                return false;
            }
            ended |= revision.getState() != AbandonmentState.ABANDONED;
        }
        return revisions.get(0).getState() == AbandonmentState.ABANDONED;
    }
}
