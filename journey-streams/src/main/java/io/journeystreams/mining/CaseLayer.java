package io.journeystreams.mining;

import io.journeystreams.contracts.StageLayer;

/** Which layer of the journeys a log tells of; it decides what a case is. */
public enum CaseLayer {
    /** A case is a mission: a shopping, from the first touch to the goal or to 30 days of silence. */
    MISSION(StageLayer.MISSION),
    /** A case is a profile: where the customer stands with the business. */
    LIFECYCLE(StageLayer.LIFECYCLE);

    private final StageLayer published;

    CaseLayer(StageLayer published) {
        this.published = published;
    }

    boolean is(StageLayer layer) {
        return layer == published;
    }

    boolean is(String layer) {
        return layer.equals(published.name());
    }
}
