package io.journeystreams.domain.stage;

/** Two layers at once, because a loyal customer who looks at something new is at the start again. */
public enum Layer {
    /** Where the customer stands with the business. */
    LIFECYCLE,
    /** The shopping under way. */
    MISSION
}
