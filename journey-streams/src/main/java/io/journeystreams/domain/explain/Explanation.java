package io.journeystreams.domain.explain;

import io.journeystreams.domain.event.ProfileKey;
import java.util.List;

/**
 * Why a profile got an alert, and why not (rule O5).
 *
 * @param decisions the latest, oldest first
 * @param leftOut earlier decisions that are not among them
 * @param waiting what is armed, the earliest deadline first
 * @param churn whether the customer may be leaving
 */
public record Explanation(
        ProfileKey profile,
        Whereabouts whereabouts,
        ClockStanding clock,
        List<ProfileDecision> decisions,
        int leftOut,
        List<Waiting> waiting,
        ChurnStanding churn) {

    /** Decisions told to those who ask for no other number. */
    public static final int MOST_DECISIONS = 100;

    public Explanation {
        decisions = List.copyOf(decisions);
        waiting = List.copyOf(waiting);
    }
}
