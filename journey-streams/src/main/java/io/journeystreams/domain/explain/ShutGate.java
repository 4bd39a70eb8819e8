package io.journeystreams.domain.explain;

import io.journeystreams.domain.abandonment.Reason;
import io.journeystreams.domain.churn.ChurnReason;

/**
 * What kept an alert from being acted on.
 *
 * @param name as it was published
 * @param rule its number in docs/rules.md
 */
public record ShutGate(String name, String rule) {

    /** It was over when it was told. */
    static final ShutGate ALREADY_CLEARED = new ShutGate(ChurnReason.ALREADY_CLEARED.name(), "C3");

    /** It was told too late. */
    static final ShutGate STALE = new ShutGate(ChurnReason.STALE.name(), "T6");

    static ShutGate of(Reason reason) {
        return new ShutGate(reason.name(), RuleNumbers.ofGate(reason));
    }
}
