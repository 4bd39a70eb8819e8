package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** T7: the records of an alert, a session or a transition are numbered from 1, without a gap, and each is there once. */
final class EachRevisionOnce implements Invariant {

    @Override
    public List<Difference> broken(List<Fact> facts, Published published) {
        Map<String, List<Integer>> revisions = new LinkedHashMap<>();
        for (AbandonmentEvent event : published.abandonment()) {
            add(revisions, "alert " + event.getAlertId(), event.getRevision());
        }
        for (SessionEvent event : published.sessions()) {
            add(revisions, "session " + event.getSessionId(), event.getRevision());
        }
        for (StageTransitionEvent event : published.transitions()) {
            add(revisions, "transition " + event.getTransitionId(), event.getRevision());
        }
        return revisions.entrySet().stream()
                .filter(e -> !isFromOneOn(e.getValue()))
                .map(e -> difference(e.getKey(), e.getValue()))
                .toList();
    }

    private static void add(Map<String, List<Integer>> revisions, String what, int revision) {
        revisions.computeIfAbsent(what, w -> new ArrayList<>()).add(revision);
    }

    private static boolean isFromOneOn(List<Integer> revisions) {
        List<Integer> right = IntStream.rangeClosed(1, revisions.size()).boxed().toList();
        return revisions.stream().sorted().toList().equals(right);
    }
}
