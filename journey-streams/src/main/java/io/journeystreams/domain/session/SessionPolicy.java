package io.journeystreams.domain.session;

import java.time.Duration;

/**
 * Settings of the session rules.
 *
 * @param gap a longer silence starts a new session (rule S2)
 * @param maxLength no session lasts longer (rule S2)
 * @param correctionWindow how long after it was closed a session may still be corrected (rule S4)
 * @param splitOnCampaign a new campaign starts a new session (rule S2, off by default)
 */
public record SessionPolicy(Duration gap, Duration maxLength, Duration correctionWindow, boolean splitOnCampaign) {

    public SessionPolicy {
        requirePositive("gap", gap);
        requirePositive("maxLength", maxLength);
        requirePositive("correctionWindow", correctionWindow);
        if (maxLength.compareTo(gap) < 0) {
            throw new IllegalArgumentException("maxLength must not be shorter than gap: " + maxLength + " < " + gap);
        }
    }

    public static SessionPolicy defaults() {
        return new SessionPolicy(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofHours(72), false);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + duration);
        }
    }
}
