package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Evidence that has not been enough yet: of every rule that counts, the last events, one fewer than it takes.
 *
 * @param pieces in the order of their events
 */
public record Gathered(List<Piece> pieces) {

    public static final Gathered NOTHING = new Gathered(List.of());

    public Gathered {
        pieces = List.copyOf(pieces);
    }

    /** An event that matched a rule. */
    public record Piece(String rule, EventId by, long atMs) {}

    /**
     * What an event is evidence for.
     *
     * @param gathered what remains to be counted with later events
     * @param complete the highest stage for which there is enough
     * @param touched the highest stage that the event speaks for, enough or not
     */
    record Reading(Gathered gathered, Optional<Hit> complete, Optional<Hit> touched) {

        boolean reaches(int rank) {
            return touched.filter(hit -> hit.rank() >= rank).isPresent();
        }
    }

    /** A stage that an event speaks for, and by which rule. */
    record Hit(int rank, String rule, List<EventId> evidence) {}

    /** Of each rule no more than any rule takes. */
    Gathered union(Gathered other) {
        List<Piece> joined = Stream.concat(pieces.stream(), other.pieces.stream())
                .distinct()
                .sorted(Comparator.comparingLong(Piece::atMs)
                        .thenComparing(piece -> piece.by().value()))
                .toList();
        return new Gathered(joined.stream()
                .filter(piece -> joined.stream()
                                .filter(later -> later.rule().equals(piece.rule()))
                                .filter(later -> joined.indexOf(later) > joined.indexOf(piece))
                                .count()
                        < EvidenceRule.MAX_COUNT)
                .toList());
    }

    Reading read(StageModel model, Layer layer, JourneyEvent event, Goals goals) {
        Gathered next = this;
        Optional<Hit> complete = Optional.empty();
        Optional<Hit> touched = Optional.empty();
        for (int rank = 0; rank < model.stages().size(); rank++) {
            StageModel.Stage stage = model.stages().get(rank);
            if (!stage.isIn(layer)) {
                continue;
            }
            for (EvidenceRule rule : stage.entry()) {
                if (rule instanceof EvidenceRule.Goals goal && goals.reached() && goals.kept() >= goal.atLeast()) {
                    complete = Optional.of(new Hit(rank, rule.name(), List.of(event.id())));
                    touched = complete;
                } else if (rule instanceof EvidenceRule.Events events && events.matches(event.occurrence())) {
                    List<EventId> evidence = evidence(events, event);
                    touched = Optional.of(new Hit(rank, rule.name(), List.of(event.id())));
                    complete = evidence.size() >= events.count()
                            ? Optional.of(new Hit(rank, rule.name(), evidence))
                            : complete;
                    next = next.with(events, event);
                }
            }
        }
        return new Reading(next, complete, touched);
    }

    /** @param reached the event reaches the goal
     *  @param kept goals reached so far and kept, with this one */
    record Goals(boolean reached, int kept) {}

    private List<EventId> evidence(EvidenceRule.Events rule, JourneyEvent event) {
        List<EventId> evidence = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean isInTime = event.atMs() - piece.atMs() <= rule.within().toMillis();
            if (piece.rule().equals(rule.name()) && isInTime) {
                evidence.add(piece.by());
            }
        }
        evidence.add(event.id());
        return evidence;
    }

    private Gathered with(EvidenceRule.Events rule, JourneyEvent event) {
        int kept = rule.count() - 1;
        if (kept == 0) {
            return this;
        }
        List<Piece> next = new ArrayList<>(pieces);
        next.add(new Piece(rule.name(), event.id(), event.atMs()));
        long excess =
                next.stream().filter(piece -> piece.rule().equals(rule.name())).count() - kept;
        for (int i = 0; i < next.size() && excess > 0; i++) {
            if (next.get(i).rule().equals(rule.name())) {
                next.remove(i--);
                excess--;
            }
        }
        return new Gathered(next);
    }
}
