package io.journeystreams.domain.fact;

import io.journeystreams.domain.event.ProfileKey;
import java.util.List;

/**
 * A fact to be published.
 *
 * @param revision 1 when first stated, one more with each output of the fact
 * @param supersedes ids of facts that had been published and are not so any more: this one takes their place
 * @param fact as it is known now; of a retracted one, as it was last published
 * @param emittedAtMs intake time of the journal entry that led to it, epoch milliseconds
 */
public record FactOutput<F extends Fact>(
        ProfileKey profile, String id, int revision, State state, List<String> supersedes, F fact, long emittedAtMs) {

    public FactOutput {
        supersedes = List.copyOf(supersedes);
    }

    /** Where a fact stands for its readers. */
    public enum State {
        /** Told for the first time. */
        STATED,
        /** A late event changed what it says, brought it back, or put it in the place of another. */
        CORRECTED,
        /** A late event showed that it did not happen, and nothing took its place. */
        RETRACTED
    }
}
