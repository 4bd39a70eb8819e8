package io.journeystreams.output;

/** Where an output goes. */
public enum OutputTopic {
    SESSIONS,
    STAGE_TRANSITIONS,
    ABANDONMENT,
    ABANDONMENT_ACTIONS,
    MOMENTS,
    FRICTION,
    CHURN_RISK,
    CHURN_SETTLEMENTS,
    PROFILES,
    MAP
}
