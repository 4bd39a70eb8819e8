package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.session.SessionPolicy;
import io.journeystreams.domain.time.ClockPolicy;

/**
 * Everything that the rules can be told.
 *
 * @param tenant whose shop; part of every derived id (rule T7)
 * @param version fingerprint of the settings, published with every output
 */
public record EnginePolicy(
        String tenant, String version, ClockPolicy clock, SessionPolicy session, AbandonmentPolicy abandonment) {

    public EnginePolicy {
        if (tenant.isBlank()) {
            throw new IllegalArgumentException("tenant must not be blank");
        }
        if (tenant.contains("|")) {
            throw new IllegalArgumentException("tenant must not contain |: " + tenant);
        }
    }

    public static EnginePolicy defaults() {
        return new EnginePolicy(
                "shop", "default", ClockPolicy.defaults(), SessionPolicy.defaults(), AbandonmentPolicy.defaults());
    }
}
