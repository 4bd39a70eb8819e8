package io.journeystreams.domain.stage;

import io.journeystreams.domain.event.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A mission that nobody touches for 30 days is discontinued, with its last stage and a reason (rules G8, M4). */
public final class Silence {

    static final String RULE = "silence";
    static final String NO_REASON = "SILENCE";

    private Silence() {}

    /** When the mission under way ends if nothing else happens, epoch milliseconds. */
    public static OptionalLong nextDueAtMs(Stages stages, StagePolicy policy) {
        return stages.mission()
                .map(mission -> OptionalLong.of(
                        mission.lastTouchAtMs() + policy.silence().toMillis()))
                .orElse(OptionalLong.empty());
    }

    /**
     * What stood in the customer's way.
     *
     * @param kind as published
     * @param atMs epoch milliseconds
     */
    public record Obstacle(String kind, long atMs) {}

    /**
     * @param last the last obstacle; it is the reason if it came within 48 h of the last touch
     * @param value of what is in the carts
     */
    public static Stages pass(
            Stages before, long atMs, Optional<Obstacle> last, long visit, Optional<Money> value, StagePolicy policy) {
        Mission mission = before.mission().orElseThrow();
        String reason = last.filter(obstacle -> isClose(obstacle, mission, policy))
                .map(Obstacle::kind)
                .orElse(NO_REASON);
        Transition transition = new Transition(
                Layer.MISSION,
                Optional.of(policy.model().stageName(mission.rank())),
                StageModel.DISCONTINUED,
                Direction.LAPSE,
                atMs,
                RULE,
                List.of(mission.lastTouch()),
                OptionalLong.of(atMs - mission.sinceMs()),
                visit,
                Optional.of(mission.mark()),
                mission.mark().entryChannel(),
                Optional.empty(),
                value,
                true,
                false,
                before.lifecycle().orders().count() > 0,
                Optional.of(reason),
                true);
        return before.withoutMission(before.lastGoalAtMs()).with(transition);
    }

    private static boolean isClose(Obstacle obstacle, Mission mission, StagePolicy policy) {
        long distanceMs = Math.abs(mission.lastTouchAtMs() - obstacle.atMs());
        return distanceMs <= policy.frictionWindow().toMillis();
    }
}
