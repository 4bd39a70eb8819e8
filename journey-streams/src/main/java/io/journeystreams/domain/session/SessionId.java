package io.journeystreams.domain.session;

import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.EventId;

/** Id of a session, derived from the first event known when it was first published, and its time (rule T7). */
public record SessionId(String value) {

    static SessionId of(String tenant, EventId first, long startedAtMs) {
        return new SessionId(DerivedId.of(tenant, "SESSION", String.valueOf(startedAtMs), first.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
