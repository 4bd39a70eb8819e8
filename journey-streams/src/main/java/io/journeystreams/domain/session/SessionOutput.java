package io.journeystreams.domain.session;

import io.journeystreams.domain.event.ProfileKey;
import java.util.List;

/**
 * A session to be published (rule S4).
 *
 * @param revision 1 at the start, one more with each output of the session
 * @param supersedes sessions that are now part of this one
 * @param stages of missions, in which the customer was during the session
 * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
 */
public record SessionOutput(
        ProfileKey profile,
        SessionId id,
        int revision,
        State state,
        List<SessionId> supersedes,
        Session session,
        List<String> stages,
        long emittedAtMs) {

    public SessionOutput {
        supersedes = List.copyOf(supersedes);
        stages = List.copyOf(stages);
    }

    SessionOutput(
            ProfileKey profile,
            SessionId id,
            int revision,
            State state,
            List<SessionId> supersedes,
            Session session,
            long emittedAtMs) {
        this(profile, id, revision, state, supersedes, session, List.of(), emittedAtMs);
    }

    public SessionOutput withStages(List<String> seen) {
        return new SessionOutput(profile, id, revision, state, supersedes, session, seen, emittedAtMs);
    }

    /** Where a session stands for its readers. */
    public enum State {
        STARTED,
        CLOSED,
        CORRECTED
    }
}
