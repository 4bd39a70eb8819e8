package io.journeystreams.domain.session;

import io.journeystreams.domain.event.ProfileKey;
import java.util.List;

/**
 * A session to be published (rule S4).
 *
 * @param revision 1 at the start, one more with each output of the session
 * @param supersedes sessions that are now part of this one
 * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
 */
public record SessionOutput(
        ProfileKey profile,
        SessionId id,
        int revision,
        State state,
        List<SessionId> supersedes,
        Session session,
        long emittedAtMs) {

    public SessionOutput {
        supersedes = List.copyOf(supersedes);
    }

    /** Where a session stands for its readers. */
    public enum State {
        STARTED,
        CLOSED,
        CORRECTED
    }
}
