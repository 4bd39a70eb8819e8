package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every alert that was published: what was told first, and what was told last. */
final class ToldAlerts {
    private final List<Told> alerts;

    private record Told(String profile, Alert alert, End end) {}

    private ToldAlerts(List<Told> alerts) {
        this.alerts = alerts;
    }

    static ToldAlerts of(List<AbandonmentEvent> published) {
        Map<String, List<AbandonmentEvent>> byId = new LinkedHashMap<>();
        published.forEach(event -> byId.computeIfAbsent(event.getAlertId(), id -> new ArrayList<>())
                .add(event));
        return new ToldAlerts(byId.values().stream().map(ToldAlerts::told).toList());
    }

    private static Told told(List<AbandonmentEvent> revisions) {
        revisions.sort(Comparator.comparingInt(AbandonmentEvent::getRevision));
        AbandonmentEvent first = revisions.get(0);
        AbandonmentEvent last = revisions.get(revisions.size() - 1);
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Line line : first.getLines()) {
            lines.put(Cart.key(line), line.getQuantity());
        }
        Alert alert = new Alert(
                first.getKind(),
                first.getSubjectId(),
                first.getEvidence().get(0).getEventId(),
                first.getArmedAt().toEpochMilli(),
                first.getDeadline().toEpochMilli(),
                lines,
                first.getTotal());
        return new Told(first.getProfile(), alert, end(last));
    }

    private static End end(AbandonmentEvent last) {
        if (last.getState() == AbandonmentState.ABANDONED) {
            return End.STANDS; // the reason then says why nobody may act on it
        }
        AbandonmentReason reason =
                last.getState() == AbandonmentState.RECOVERED ? AbandonmentReason.NONE : last.getReason();
        return new End(last.getState(), reason);
    }

    /** Whether one of that arming was told. */
    boolean knows(Alert due) {
        return alerts.stream()
                .anyMatch(told ->
                        told.alert.kind() == due.kind() && told.alert.armedBy().equals(due.armedBy()));
    }

    /** Whether exactly that was told. */
    boolean tells(Alert due) {
        return alerts.stream().anyMatch(told -> told.alert.equals(due));
    }

    /** Deadlines of what was told of them. */
    List<Long> deadlines(People people) {
        Set<String> keys = people.keys();
        return alerts.stream()
                .filter(told -> keys.contains(told.profile))
                .map(told -> told.alert.deadlineMs())
                .toList();
    }

    List<Difference> differences(People people, List<ExpectedAlert> expected) {
        Set<String> keys = people.keys();
        List<Told> told = new ArrayList<>(
                alerts.stream().filter(t -> keys.contains(t.profile)).toList());
        List<Difference> differences = new ArrayList<>();
        for (ExpectedAlert due : expected) {
            Optional<Told> same = told.stream()
                    .filter(t -> due.isMetBy(t.profile, t.alert, t.end))
                    .findFirst();
            same.ifPresent(told::remove);
            if (same.isEmpty() && !due.mayBeUntold()) {
                differences.add(new Difference("AlertMissing", due.profiles().toString(), due.toString()));
            }
        }
        told.forEach(t -> differences.add(new Difference("AlertNotExpected", t.profile, t.toString())));
        return differences;
    }
}
