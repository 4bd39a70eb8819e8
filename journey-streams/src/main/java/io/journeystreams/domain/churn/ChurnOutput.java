package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.TraceParent;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something to be published about an alert.
 *
 * @param revision from 1, one more with each output of the alert
 * @param actionable somebody should look at the customer now
 * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
 * @param trace of the event that caused it, as far as it is known
 */
public record ChurnOutput(
        ProfileKey profile,
        String id,
        int revision,
        State state,
        ChurnAlert alert,
        boolean actionable,
        ChurnReason reason,
        Surroundings surroundings,
        long emittedAtMs,
        Optional<TraceParent> trace) {

    /** The same output, caused in that trace. */
    public ChurnOutput causedIn(TraceParent cause) {
        return new ChurnOutput(
                profile, id, revision, state, alert, actionable, reason, surroundings, emittedAtMs, Optional.of(cause));
    }

    /** Where an alert stands for its readers. */
    public enum State {
        FIRING,
        CLEARED,
        RETRACTED
    }

    /**
     * Where the customer stands.
     *
     * @param lifecycle stage of the customer before it fired
     * @param openIssues contacts with the service that are not over
     * @param lastTouchAtMs epoch milliseconds
     * @param lastTouchChannel of the last visit
     */
    public record Surroundings(
            Optional<String> lifecycle, int openIssues, OptionalLong lastTouchAtMs, Optional<String> lastTouchChannel) {

        public static final Surroundings UNKNOWN =
                new Surroundings(Optional.empty(), 0, OptionalLong.empty(), Optional.empty());
    }
}
