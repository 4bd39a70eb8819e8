package io.journeystreams.load.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose every event is.
 *
 * @param profiles events by profile, each in event-time order
 */
record Owners(Map<String, List<Fact>> profiles) {

    /** Ids of events that somebody has, and whose they are. What was forgotten is not among them. */
    Map<String, String> byEventId() {
        Map<String, String> owners = new HashMap<>();
        profiles.forEach((profile, own) -> own.forEach(fact -> owners.put(fact.eventId(), profile)));
        return owners;
    }
}
