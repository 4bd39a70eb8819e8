package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;

/**
 * A profile as it is stored, with its place in the deadline index.
 *
 * @param indexedAtMs due time of the profile's one index entry, epoch milliseconds; {@link ProfileState#NEVER} if it has
 *     none. Never later than the profile's next deadline; earlier where the deadline was postponed since.
 */
public record StoredProfile(ProfileState profile, long indexedAtMs) {

    public static StoredProfile empty(ProfileKey key) {
        return new StoredProfile(ProfileState.empty(key), ProfileState.NEVER);
    }

    /** After an event. A deadline that was only postponed leaves the index as it is. */
    public StoredProfile afterEvent(ProfileState next) {
        return new StoredProfile(next, Math.min(indexedAtMs, next.nextDueAtMs()));
    }

    /** After the index entry was taken out: it comes back at the next deadline, if there is one. */
    public StoredProfile afterDeadline(ProfileState next) {
        return new StoredProfile(next, next.nextDueAtMs());
    }

    public StoredProfile withoutIndexEntry() {
        return new StoredProfile(profile, ProfileState.NEVER);
    }
}
