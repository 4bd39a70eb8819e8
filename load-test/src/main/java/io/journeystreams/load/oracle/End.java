package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;

/**
 * What became of an alert. The time of the purchase that recovered it is left open: of several purchases readers were told of the
 * one that was heard of first.
 */
record End(AbandonmentState state, AbandonmentReason reason) {
    static final End STANDS = new End(AbandonmentState.ABANDONED, AbandonmentReason.NONE);
    static final End RECOVERED = new End(AbandonmentState.RECOVERED, AbandonmentReason.NONE);
    static final End REPLACED = new End(AbandonmentState.EXPIRED, AbandonmentReason.REPLACED);

    /** I8: nothing is known of it any more. */
    static final End ERASED = retracted(AbandonmentReason.ERASED);

    static End retracted(AbandonmentReason reason) {
        return new End(AbandonmentState.RETRACTED, reason);
    }

    boolean stands() {
        return state == AbandonmentState.ABANDONED;
    }
}
