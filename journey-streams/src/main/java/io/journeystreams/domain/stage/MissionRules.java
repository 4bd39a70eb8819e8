package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.stage.Mission.LowerEvidence;
import io.journeystreams.domain.stage.Transition.MissionMark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The shopping under way: begun by a touch, moved by evidence, ended by the goal (rules G3, G4, G8). */
final class MissionRules {

    static final String GOAL = "goal";

    /** So many pieces of lower evidence lead back (rule G4). */
    private static final int LOWER_PIECES = 2;

    private MissionRules() {}

    static Stages apply(Stages before, StageStep step) {
        if (step.isGoal()) {
            return reachGoal(before, step);
        }
        if (!step.isTouch()) {
            return before;
        }
        return before.mission().map(mission -> go(before, mission, step)).orElseGet(() -> begin(before, step));
    }

    private static Stages reachGoal(Stages before, StageStep step) {
        int rank = step.model().goalRank(Layer.MISSION);
        boolean isThere =
                before.mission().filter(mission -> mission.rank() == rank).isPresent();
        String to = rank < 0 || isThere ? StageModel.COMPLETED : step.model().stageName(rank);
        Mission mission = before.mission()
                .orElseGet(() -> Mission.start(mark(before, step), Math.max(rank, 0), Gathered.NOTHING, step.event()));
        String rule = step.read(mission.gathered(), Layer.MISSION)
                .complete()
                .filter(hit -> hit.rank() == rank)
                .map(Gathered.Hit::rule)
                .orElse(GOAL);
        int target = rank < 0 ? step.model().stages().size() : rank;
        Direction direction = before.mission().isPresent()
                ? direction(mission, target, step.model())
                : step.model().hasUnvisitedBetween(Layer.MISSION, -1, target, 0) ? Direction.SKIP : Direction.FORWARD;
        Optional<Integer> from = before.mission().map(Mission::rank);
        return before.with(mission)
                .with(transition(
                        step,
                        mission,
                        from,
                        to,
                        direction,
                        new Gathered.Hit(rank, rule, List.of(step.event().id()))))
                .withoutMission(step.atMs());
    }

    /** Right after the goal, looking at pages is the end of what was, and no beginning. */
    private static Stages begin(Stages before, StageStep step) {
        Gathered.Reading reading = step.read(Gathered.NOTHING, Layer.MISSION);
        int lowest = step.model().lowest(Layer.MISSION);
        boolean isQuiet = before.lastGoalAtMs() != Long.MIN_VALUE
                && step.atMs() - before.lastGoalAtMs()
                        <= step.policy().quietAfterGoal().toMillis();
        if (isQuiet && !reading.reaches(lowest + 1)) {
            return before;
        }
        Optional<Gathered.Hit> first =
                step.model().firstTouch(Layer.MISSION).map(rule -> step.hit(lowest, rule.name()));
        Optional<Gathered.Hit> hit = reading.complete().or(() -> first);
        return hit.map(found -> begin(before, step, found, reading.gathered())).orElse(before);
    }

    private static Stages begin(Stages before, StageStep step, Gathered.Hit hit, Gathered gathered) {
        Mission mission = Mission.start(mark(before, step), hit.rank(), gathered, step.event());
        boolean isSkip = step.model().hasUnvisitedBetween(Layer.MISSION, -1, hit.rank(), 0);
        Direction usual = before.missions() > 0 ? Direction.REENTRY : Direction.FORWARD;
        Direction direction = isSkip ? Direction.SKIP : usual;
        String to = step.model().stageName(hit.rank());
        return before.with(mission).with(transition(step, mission, Optional.empty(), to, direction, hit));
    }

    private static MissionMark mark(Stages before, StageStep step) {
        return new MissionMark(
                step.event().id(),
                before.missions() + 1,
                step.channel(),
                step.event().occurrence().device(),
                Segment.of(before.missions(), step.ordersBefore()));
    }

    private static Stages go(Stages before, Mission mission, StageStep step) {
        Gathered.Reading reading = step.read(mission.gathered(), Layer.MISSION);
        Mission touched = mission.with(reading.gathered()).touchedBy(step.event(), step.channel());
        Optional<Gathered.Hit> higher = reading.complete().filter(hit -> hit.rank() > mission.rank());
        if (higher.isPresent()) {
            return move(before, touched, direction(mission, higher.get().rank(), step.model()), higher.get(), step);
        }
        if (reading.reaches(mission.rank())) {
            return before.with(touched.withLower(List.of()));
        }
        return goBack(before, withLower(touched, reading, step), step);
    }

    private static Mission withLower(Mission mission, Gathered.Reading reading, StageStep step) {
        return reading.touched()
                .map(hit ->
                        new LowerEvidence(hit.rank(), hit.rule(), step.event().id(), step.atMs()))
                .map(mission::withLower)
                .orElse(mission);
    }

    /** Two pieces of lower evidence, or a minute of it: else product page and cart would flicker (rule G4). */
    private static Stages goBack(Stages before, Mission mission, StageStep step) {
        List<LowerEvidence> lower = mission.lower();
        boolean isEnough = lower.size() >= LOWER_PIECES
                || (!lower.isEmpty()
                        && step.atMs() - lower.get(0).atMs()
                                >= step.policy().backwardAfter().toMillis());
        if (!isEnough) {
            return before.with(mission);
        }
        LowerEvidence highest = lower.stream()
                .max((one, other) -> Integer.compare(one.rank(), other.rank()))
                .orElseThrow();
        List<EventId> evidence = Stream.concat(
                        lower.stream().map(LowerEvidence::by),
                        Stream.of(step.event().id()))
                .distinct()
                .toList();
        Gathered.Hit hit = new Gathered.Hit(highest.rank(), highest.rule(), evidence);
        return move(before, mission, Direction.BACKWARD, hit, step);
    }

    private static Stages move(Stages before, Mission mission, Direction direction, Gathered.Hit hit, StageStep step) {
        String to = step.model().stageName(hit.rank());
        Transition transition = transition(step, mission, Optional.of(mission.rank()), to, direction, hit);
        return before.with(mission.at(hit.rank(), step.atMs(), direction)).with(transition);
    }

    private static Direction direction(Mission mission, int to, StageModel model) {
        if (to < model.stages().size() && mission.hasVisited(to)) {
            return Direction.REENTRY;
        }
        return model.hasUnvisitedBetween(Layer.MISSION, mission.rank(), to, mission.visited())
                ? Direction.SKIP
                : Direction.FORWARD;
    }

    private static Transition transition(
            StageStep step, Mission mission, Optional<Integer> from, String to, Direction direction, Gathered.Hit hit) {
        return new Transition(
                Layer.MISSION,
                from.map(step.model()::stageName),
                to,
                direction,
                step.atMs(),
                hit.rule(),
                hit.evidence(),
                from.isPresent() ? OptionalLong.of(step.atMs() - mission.sinceMs()) : OptionalLong.empty(),
                step.occasion().visit(),
                Optional.of(mission.mark()),
                step.channel().or(() -> mission.mark().entryChannel()),
                step.event().occurrence().device(),
                step.occasion().value(),
                isAllowed(from, to, step.model()),
                step.isGoal(),
                step.orders().count() > 0,
                Optional.empty(),
                false);
    }

    /** A mission begins at the lowest stage; what has no stage of its own is reached from the highest. */
    private static boolean isAllowed(Optional<Integer> from, String to, StageModel model) {
        if (from.isEmpty()) {
            return to.equals(model.stageName(model.lowest(Layer.MISSION)));
        }
        return to.equals(StageModel.COMPLETED)
                ? from.get() == model.highest(Layer.MISSION)
                : model.allows(model.stageName(from.get()), to);
    }
}
