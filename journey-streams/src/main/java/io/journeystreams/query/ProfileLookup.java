package io.journeystreams.query;

import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.JournalClock;
import java.util.Optional;

/** What became of looking for a profile in the state of this instance. */
public sealed interface ProfileLookup {

    /** @param clock of its journal partition */
    record Found(ProfileState profile, JournalClock clock) implements ProfileLookup {}

    /** Nothing is known of it. */
    record Unknown() implements ProfileLookup {}

    /**
     * Another instance keeps it.
     *
     * @param host and port of that instance, where the instances tell each other ({@code application.server})
     */
    record Elsewhere(int partition, Optional<String> host) implements ProfileLookup {}

    /** It cannot be said now: partitions are being assigned, or state is being restored. */
    record NotReady() implements ProfileLookup {}
}
