package io.journeystreams.domain.stage;

import io.journeystreams.domain.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The layers of a journey.
 *
 * @param mission the one under way
 * @param missions how many have begun
 * @param lastGoalAtMs when the last mission reached its goal, epoch milliseconds; {@link Long#MIN_VALUE} if none has
 * @param touchpoint where customer and shop touched last
 * @param transitions those that a late event may still change, the earliest first
 */
public record Stages(
        Lifecycle lifecycle,
        Optional<Mission> mission,
        long missions,
        long lastGoalAtMs,
        Optional<Touchpoint> touchpoint,
        List<Transition> transitions) {

    public static final Stages NONE =
            new Stages(Lifecycle.NONE, Optional.empty(), 0, Long.MIN_VALUE, Optional.empty(), List.of());

    public Stages {
        transitions = List.copyOf(transitions);
    }

    /** The stage of the mission under way. */
    public Optional<String> stage(StageModel model) {
        return mission.map(open -> model.stageName(open.rank()));
    }

    /** The stage of a layer at a time not before the earliest transition that is still known. */
    public Optional<String> stageAt(Layer layer, long ms, StageModel model) {
        Optional<String> stage = Optional.empty();
        boolean isFirst = true;
        for (Transition transition : transitions) {
            if (transition.layer() == layer && transition.atMs() <= ms) {
                stage = Optional.of(transition.to());
                isFirst = false;
            } else if (transition.layer() == layer && isFirst) {
                return transition.from();
            }
        }
        if (!isFirst) {
            return stage;
        }
        return layer == Layer.MISSION ? stage(model) : lifecycle.stage();
    }

    /** Stages of missions in a stretch of time, in their order, each once. */
    public List<String> seenBetween(long fromMs, long toMs, StageModel model) {
        LinkedHashSet<String> seen = new LinkedHashSet<>();
        stageAt(Layer.MISSION, fromMs, model).ifPresent(seen::add);
        transitions.stream()
                .filter(transition -> transition.layer() == Layer.MISSION)
                .filter(transition -> fromMs <= transition.atMs() && transition.atMs() <= toMs)
                .forEach(transition -> seen.add(transition.to()));
        return List.copyOf(seen);
    }

    public Stages keeping(Predicate<? super Transition> stays) {
        return new Stages(
                lifecycle,
                mission,
                missions,
                lastGoalAtMs,
                touchpoint,
                transitions.stream().filter(stays).toList());
    }

    /** Of two missions under way the one that was touched later goes on. */
    public Stages union(Stages other) {
        return new Stages(
                lifecycle.union(other.lifecycle),
                Stream.concat(mission.stream(), other.mission.stream()).reduce(Mission::union),
                missions + other.missions,
                Math.max(lastGoalAtMs, other.lastGoalAtMs),
                Stream.concat(touchpoint.stream(), other.touchpoint.stream()).reduce(Touchpoint::union),
                Fact.union(transitions, other.transitions));
    }

    Stages with(Lifecycle next) {
        return new Stages(next, mission, missions, lastGoalAtMs, touchpoint, transitions);
    }

    Stages with(Mission next) {
        long begun = Math.max(missions, next.mark().number());
        return new Stages(lifecycle, Optional.of(next), begun, lastGoalAtMs, touchpoint, transitions);
    }

    Stages with(Touchpoint next) {
        return new Stages(lifecycle, mission, missions, lastGoalAtMs, Optional.of(next), transitions);
    }

    Stages withoutMission(long goalAtMs) {
        return new Stages(lifecycle, Optional.empty(), missions, goalAtMs, touchpoint, transitions);
    }

    Stages with(Transition next) {
        List<Transition> more = new ArrayList<>(transitions);
        more.add(next);
        return new Stages(lifecycle, mission, missions, lastGoalAtMs, touchpoint, more);
    }
}
