package io.journeystreams.domain.explain;

import io.journeystreams.domain.profile.Journey;
import io.journeystreams.domain.profile.ProfileState;
import java.util.List;

/**
 * Where a profile stands as the clock stands.
 *
 * @param state as it is stored: what readers have been told
 * @param journey what the rules make of all that is known
 * @param waiting what is armed, the earliest deadline first
 * @param churn whether the customer may be leaving
 */
public record ProfilePicture(
        ProfileState state,
        Whereabouts whereabouts,
        ClockStanding clock,
        Journey journey,
        List<Waiting> waiting,
        ChurnStanding churn) {

    public ProfilePicture {
        waiting = List.copyOf(waiting);
    }
}
