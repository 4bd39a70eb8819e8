package io.journeystreams.domain.abandonment;

/**
 * What readers have been told of an alert.
 *
 * @param alert as first published
 * @param state as last published
 * @param inActions those who act have been told of it
 */
public record PublishedAlert(Alert alert, int revision, AlertOutput.State state, boolean inActions) {

    public AlertId id() {
        return alert.id();
    }

    boolean isOpen() {
        return state == AlertOutput.State.ABANDONED;
    }

    /** Nothing more will come of it. */
    public boolean isSettledBefore(long ms) {
        return !isOpen() && alert.deadlineMs() < ms;
    }
}
