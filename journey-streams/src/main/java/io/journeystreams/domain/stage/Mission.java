package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A shopping under way: from the first touch after the one before, until the goal or silence.
 *
 * @param mark tells it apart
 * @param rank place of its stage
 * @param sinceMs when the stage was entered, epoch milliseconds
 * @param visited places of the stages that it has been in, as bits
 * @param reentries how often it came back up into a stage that it had been in
 * @param lower evidence for lower stages since the last for this one, the earliest and the latest (rule G4)
 * @param lastTouch and when, epoch milliseconds
 */
public record Mission(
        MissionMark mark,
        int rank,
        long sinceMs,
        int visited,
        int reentries,
        Gathered gathered,
        List<LowerEvidence> lower,
        EventId lastTouch,
        long lastTouchAtMs) {

    public Mission {
        lower = List.copyOf(lower);
    }

    /** Evidence for a stage below the mission's. */
    public record LowerEvidence(int rank, String rule, EventId by, long atMs) {}

    static Mission start(MissionMark mark, int rank, Gathered gathered, JourneyEvent event) {
        return new Mission(mark, rank, event.atMs(), 1 << rank, 0, gathered, List.of(), event.id(), event.atMs());
    }

    Mission union(Mission other) {
        Mission later = Comparator.comparingLong(Mission::lastTouchAtMs)
                                .thenComparing(mission -> mission.lastTouch().value())
                                .compare(this, other)
                        >= 0
                ? this
                : other;
        return new Mission(
                later.mark,
                later.rank,
                later.sinceMs,
                visited | other.visited,
                Math.max(reentries, other.reentries),
                gathered.union(other.gathered),
                later.lower,
                later.lastTouch,
                later.lastTouchAtMs);
    }

    boolean hasVisited(int stage) {
        return (visited & (1 << stage)) != 0;
    }

    Mission touchedBy(JourneyEvent event, Optional<Channel> channel) {
        MissionMark known = mark.entryChannel().isPresent() ? mark : mark.enteredThrough(channel);
        return new Mission(known, rank, sinceMs, visited, reentries, gathered, lower, event.id(), event.atMs());
    }

    Mission with(Gathered next) {
        return new Mission(mark, rank, sinceMs, visited, reentries, next, lower, lastTouch, lastTouchAtMs);
    }

    Mission withLower(List<LowerEvidence> next) {
        return new Mission(mark, rank, sinceMs, visited, reentries, gathered, next, lastTouch, lastTouchAtMs);
    }

    Mission withLower(LowerEvidence next) {
        List<LowerEvidence> more = new ArrayList<>(lower);
        more.add(next);
        return withLower(more);
    }

    Mission at(int next, long atMs, Direction direction) {
        int again = direction == Direction.REENTRY ? reentries + 1 : reentries;
        return new Mission(
                mark, next, atMs, visited | (1 << next), again, gathered, List.of(), lastTouch, lastTouchAtMs);
    }
}
