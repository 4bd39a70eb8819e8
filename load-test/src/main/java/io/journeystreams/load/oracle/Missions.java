package io.journeystreams.load.oracle;

import io.journeystreams.contracts.StageDirection;
import io.journeystreams.contracts.StageLayer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shopping under way: begun by a touch, moved by evidence, ended by the goal (G4, G8). */
final class Missions {
    private static final long QUIET_AFTER_GOAL_MS = Duration.ofMinutes(30).toMillis();
    private static final long LASTING_MS = Duration.ofMinutes(1).toMillis();
    private static final long NEVER_MS = Long.MIN_VALUE / 2;

    private final String profile;
    private final Set<Stage> visited = EnumSet.noneOf(Stage.class);
    private Interest interest = new Interest();
    private @Nullable Stage stage;

    /** First evidence for a lower stage since the last for this one (G4). */
    private @Nullable Fact lower;

    private int begun;
    private long lastGoalMs = NEVER_MS;

    Missions(String profile) {
        this.profile = profile;
    }

    /** An order is heard of for the first time. */
    ExpectedTransition reachGoal(Fact order) {
        begun += stage == null ? 1 : 0;
        ExpectedTransition goal = to(Stage.PURCHASE, order);
        stage = null;
        visited.clear();
        lastGoalMs = order.atMs();
        return goal;
    }

    Optional<ExpectedTransition> touch(Fact fact) {
        return stage == null ? begin(fact) : goOn(stage, fact);
    }

    /** Right after the goal, what speaks for no stage is the end of what was, and no beginning. */
    private Optional<ExpectedTransition> begin(Fact fact) {
        Stage spokenFor = Stage.spokenForBy(fact);
        if (spokenFor == null && fact.atMs() - lastGoalMs <= QUIET_AFTER_GOAL_MS) {
            return Optional.empty();
        }
        begun++;
        lower = null;
        interest = new Interest();
        boolean isEnough = isEnough(spokenFor, fact);
        return Optional.of(to(isEnough && spokenFor != null ? spokenFor : Stage.AWARENESS, fact));
    }

    private Optional<ExpectedTransition> goOn(Stage now, Fact fact) {
        Stage spokenFor = Stage.spokenForBy(fact);
        boolean isEnough = isEnough(spokenFor, fact);
        if (spokenFor != null && spokenFor.isAbove(now)) {
            return isEnough ? Optional.of(to(spokenFor, fact)) : Optional.empty();
        }
        if (spokenFor == now) {
            lower = null;
            return Optional.empty();
        }
        return goBack(spokenFor, fact);
    }

    private boolean isEnough(@Nullable Stage spokenFor, Fact fact) {
        return spokenFor != Stage.CONSIDERATION || interest.isShownAgainBy(fact);
    }

    /** G4: two pieces of lower evidence, or a minute of it, until any later touch. */
    private Optional<ExpectedTransition> goBack(@Nullable Stage spokenFor, Fact fact) {
        if (lower == null) {
            lower = spokenFor == null ? null : fact;
            return Optional.empty();
        }
        boolean isSecond = spokenFor != null;
        boolean hasLasted = fact.atMs() - lower.atMs() >= LASTING_MS;
        return isSecond || hasLasted ? Optional.of(to(Stage.CONSIDERATION, fact)) : Optional.empty();
    }

    private ExpectedTransition to(Stage next, Fact fact) {
        ExpectedTransition transition =
                ExpectedTransition.of(profile, StageLayer.MISSION, stage, next, direction(next), fact);
        stage = next;
        lower = null;
        visited.add(next);
        return transition;
    }

    private StageDirection direction(Stage next) {
        if (stage != null && stage.isAbove(next)) {
            return StageDirection.BACKWARD;
        }
        boolean isFurtherMission = stage == null && begun > 1 && next == Stage.AWARENESS;
        if (visited.contains(next) || isFurtherMission) {
            return StageDirection.REENTRY;
        }
        boolean skips = next.passedFrom(stage).anyMatch(between -> !visited.contains(between));
        return skips ? StageDirection.SKIP : StageDirection.FORWARD;
    }
}
