package io.journeystreams.load.oracle;

import io.journeystreams.contracts.AbandonmentState;
import java.util.Set;

/**
 * An alert, and what readers must know of it in the end.
 *
 * @param profiles under whose key it may have been told: the device's, or that of whose the device's history is by now (I3)
 */
record ExpectedAlert(Alert alert, Set<String> profiles, End end) {

    ExpectedAlert {
        profiles = Set.copyOf(profiles);
    }

    /**
     * A6: what was taken back may have been taken back before anybody was told. Whether it was depends on how far the clock had
     * come when the news arrived, which the rules leave open.
     */
    boolean mayBeUntold() {
        return end.state() == AbandonmentState.RETRACTED;
    }

    boolean isMetBy(String toldUnder, Alert told, End last) {
        return profiles.contains(toldUnder) && alert.equals(told) && isMetBy(last);
    }

    /** What was forgotten may have ended before; what was taken back keeps the reason that was heard of first. */
    private boolean isMetBy(End last) {
        boolean forgotten = end.equals(End.ERASED) && !last.stands();
        boolean takenBack = mayBeUntold() && last.state() == AbandonmentState.RETRACTED;
        return forgotten || takenBack || end.equals(last);
    }
}
