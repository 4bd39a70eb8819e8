package io.journeystreams.domain.stage;

import java.util.Set;

/** Several layers at once, because a loyal customer who looks at something new is at the start again. */
public enum Layer {
    /** Where the customer stands with the business. */
    LIFECYCLE,
    /** The shopping under way. */
    MISSION,
    /** Where customer and shop touch: channels in place of stages. It feeds the journey map and is not told as transitions. */
    TOUCHPOINT;

    /** Layers that stages of a model belong to. */
    public static final Set<Layer> OF_STAGES = Set.of(LIFECYCLE, MISSION);
}
