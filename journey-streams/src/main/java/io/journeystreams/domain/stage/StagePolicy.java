package io.journeystreams.domain.stage;

import java.time.Duration;

/**
 * Settings of the stage rules.
 *
 * @param silence a mission without a touch for as long is discontinued (rule G8)
 * @param backwardAfter lower evidence that lasts as long leads back (rule G4)
 * @param quietAfterGoal views this soon after the goal begin no new mission
 * @param frictionWindow a mission discontinued so close to friction names it as its reason (rule M4)
 */
public record StagePolicy(
        StageModel model, Duration silence, Duration backwardAfter, Duration quietAfterGoal, Duration frictionWindow) {

    public StagePolicy {
        requirePositive("silence", silence);
        requirePositive("backwardAfter", backwardAfter);
        requirePositive("frictionWindow", frictionWindow);
        if (quietAfterGoal.isNegative()) {
            throw new IllegalArgumentException("quietAfterGoal must not be negative: " + quietAfterGoal);
        }
    }

    public static StagePolicy defaults() {
        return of(SixStage.model());
    }

    public static StagePolicy of(StageModel model) {
        return new StagePolicy(
                model, Duration.ofDays(30), Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofDays(2));
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + duration);
        }
    }
}
