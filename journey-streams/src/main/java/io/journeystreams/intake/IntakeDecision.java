package io.journeystreams.intake;

import io.journeystreams.domain.event.Occurrence;
import java.util.Set;

/** Whether an input record is taken in, and as what. */
public sealed interface IntakeDecision {

    /**
     * @param occurrence carries event time and lateness (rules T1 to T3)
     * @param clockTimeMs what the record says about its source's progress: min(occurredAt, ingested), epoch milliseconds
     * @param remarks what else is counted about it
     */
    record Accepted(
            Owner owner, Occurrence occurrence, boolean futureStamped, long clockTimeMs, Set<IntakeOutcome> remarks)
            implements IntakeDecision {

        public Accepted {
            remarks = Set.copyOf(remarks);
        }
    }

    /** @param message what is wrong, without values */
    record Rejected(RejectionReason reason, String message) implements IntakeDecision {}
}
