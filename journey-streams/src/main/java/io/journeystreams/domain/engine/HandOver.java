package io.journeystreams.domain.engine;

import io.journeystreams.domain.event.EventId;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;

/**
 * Everything known about one profile, given to the one in which it goes on (rule I3).
 *
 * @param id derived from its cause; taken in twice it adds nothing (rule T8)
 * @param causeEventId the event that linked the two
 * @param causedAtMs event time of that event, epoch milliseconds
 * @param state of the giving profile
 */
public record HandOver(String id, EventId causeEventId, long causedAtMs, ProfileState state) {

    public ProfileKey from() {
        return state.key();
    }
}
