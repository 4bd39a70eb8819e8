package io.journeystreams.load.oracle;

import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.contracts.TransitionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The transitions that stand in the end: of each the last word, without what was retracted or superseded (G7). */
final class ToldTransitions {
    private final List<StageTransitionEvent> standing;

    private ToldTransitions(List<StageTransitionEvent> standing) {
        this.standing = standing;
    }

    /** @param published in the order of publication, as far as the same profile is concerned */
    static ToldTransitions of(List<StageTransitionEvent> published) {
        Map<String, StageTransitionEvent> last = new LinkedHashMap<>();
        Map<String, List<StageTransitionEvent>> superseding = new LinkedHashMap<>();
        for (StageTransitionEvent event : published) {
            last.merge(
                    event.getTransitionId(),
                    event,
                    (one, other) -> one.getRevision() >= other.getRevision() ? one : other);
            event.getSupersedes().forEach(id -> superseding
                    .computeIfAbsent(id, i -> new ArrayList<>())
                    .add(event));
        }
        return new ToldTransitions(last.values().stream()
                .filter(event -> event.getState() != TransitionState.RETRACTED)
                .filter(event -> superseding.getOrDefault(event.getTransitionId(), List.of()).stream()
                        .noneMatch(other -> isSaidAfter(event, other, published)))
                .toList());
    }

    /** What was superseded may be brought back, so the later of the two words counts. */
    private static boolean isSaidAfter(
            StageTransitionEvent event, StageTransitionEvent other, List<StageTransitionEvent> published) {
        return event.getProfile().equals(other.getProfile())
                ? published.indexOf(event) < published.indexOf(other)
                : !event.getEmittedAt().isAfter(other.getEmittedAt());
    }

    List<Difference> differences(People people, Owners owners, List<ExpectedTransition> expected) {
        Set<String> keys = people.keys();
        Set<String> forgotten = forgotten(people, owners);
        List<ExpectedTransition> missing = new ArrayList<>(expected);
        List<Difference> differences = new ArrayList<>();
        for (StageTransitionEvent event : standing) {
            if (!keys.contains(event.getProfile()) || forgotten.contains(completedBy(event))) {
                continue;
            }
            ExpectedTransition.Content seen = seen(event);
            Optional<ExpectedTransition> same = missing.stream()
                    .filter(m -> m.content().equals(seen) && m.profiles().contains(event.getProfile()))
                    .findFirst();
            same.ifPresentOrElse(
                    missing::remove,
                    () -> differences.add(
                            new Difference("TransitionNotExpected", event.getProfile(), seen.toString())));
        }
        missing.forEach(m -> differences.add(new Difference(
                "TransitionMissing", m.profiles().toString(), m.content().toString())));
        return differences;
    }

    /** I8: what was said of them before they were erased is not corrected any more. */
    private static Set<String> forgotten(People people, Owners owners) {
        Set<String> known = owners.byEventId().keySet();
        return people.facts().stream()
                .map(Fact::eventId)
                .filter(id -> !known.contains(id))
                .collect(Collectors.toSet());
    }

    private static ExpectedTransition.Content seen(StageTransitionEvent event) {
        return new ExpectedTransition.Content(
                event.getLayer(),
                Objects.toString(event.getFrom(), null),
                event.getTo(),
                event.getDirection(),
                event.getOccurredAt().toEpochMilli(),
                completedBy(event));
    }

    private static String completedBy(StageTransitionEvent event) {
        List<String> evidence = event.getEvidence();
        return evidence.isEmpty() ? "" : evidence.get(evidence.size() - 1);
    }
}
