package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.domain.event.EventId;

/** Id of an alert, derived from tenant, kind and arming event (rule T7). */
public record AlertId(String value) {

    static AlertId of(String tenant, Kind kind, EventId armedBy) {
        return new AlertId(DerivedId.of(tenant, kind.name(), armedBy.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
