package io.journeystreams.domain.stage;

/** Which way a transition goes (rule G3). */
public enum Direction {
    /** To the next stage. */
    FORWARD,
    /** Further, past a stage that has not been visited. */
    SKIP,
    /** To a lower stage. */
    BACKWARD,
    /** Into a stage that has been visited before, or into a further mission. */
    REENTRY,
    /** Out: the mission fell silent, the customer left. */
    LAPSE,
    /** Back after a lapse. */
    REACTIVATE
}
