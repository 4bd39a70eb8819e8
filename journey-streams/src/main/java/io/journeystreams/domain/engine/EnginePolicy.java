package io.journeystreams.domain.engine;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.identity.IdentityPolicy;
import io.journeystreams.domain.session.SessionPolicy;
import io.journeystreams.domain.time.ClockPolicy;

/**
 * Everything that the rules can be told.
 *
 * @param tenant whose shop; part of every derived id (rule T7)
 * @param version fingerprint of the settings, published with every output
 */
public record EnginePolicy(
        String tenant,
        String version,
        ClockPolicy clock,
        IdentityPolicy identity,
        SessionPolicy session,
        AbandonmentPolicy abandonment,
        CoursePolicy course) {

    public EnginePolicy {
        if (tenant.isBlank()) {
            throw new IllegalArgumentException("tenant must not be blank");
        }
        if (tenant.contains("|")) {
            throw new IllegalArgumentException("tenant must not contain |: " + tenant);
        }
    }

    public EnginePolicy with(ClockPolicy other) {
        return new EnginePolicy(tenant, version, other, identity, session, abandonment, course);
    }

    public EnginePolicy with(SessionPolicy other) {
        return new EnginePolicy(tenant, version, clock, identity, other, abandonment, course);
    }

    public EnginePolicy with(AbandonmentPolicy other) {
        return new EnginePolicy(tenant, version, clock, identity, session, other, course);
    }

    public EnginePolicy with(CoursePolicy other) {
        return new EnginePolicy(tenant, version, clock, identity, session, abandonment, other);
    }

    public static EnginePolicy defaults() {
        return new EnginePolicy(
                "shop",
                "default",
                ClockPolicy.defaults(),
                IdentityPolicy.defaults(),
                SessionPolicy.defaults(),
                AbandonmentPolicy.defaults(),
                CoursePolicy.defaults());
    }
}
