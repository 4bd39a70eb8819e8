package io.journeystreams.load.oracle;

import io.journeystreams.contracts.SessionEndReason;
import java.util.Set;

/**
 * What the last word on a session must be; in whatever order its events came, and however often it was corrected.
 *
 * @param profiles under whose key that word may have been said: whose its events were at first, or are now (I3: what was said
 *     under the device's key and did not change is not said again)
 */
record ExpectedSession(Set<String> profiles, Content content) {

    record Content(
            String device,
            long startedAtMs,
            long endedAtMs,
            int events,
            int views,
            boolean converted,
            SessionEndReason endReason) {}

    ExpectedSession {
        profiles = Set.copyOf(profiles);
    }
}
