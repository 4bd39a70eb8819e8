package io.journeystreams.domain.map;

/** What the journey map counts. */
public enum MapSeries {
    /** Moves from stage to stage in a mission. */
    MISSION,
    /** Moves from stage to stage of the lifecycle. */
    LIFECYCLE,
    /** Moves from channel to channel. */
    TOUCHPOINT,
    /** What stood in the way: from the stage, to the kind. */
    FRICTION,
    /** Contacts with the service: from the channel, to what became of them. */
    CONTACT,
    /** Abandonment alerts: from the kind, to what became of them. */
    ALERT,
    /** Churn alerts: from the kind, to where they stand. */
    CHURN;

    /** A directly-follows graph: customers are told apart on its edges. */
    public boolean isGraph() {
        return this == MISSION || this == LIFECYCLE || this == TOUCHPOINT;
    }
}
