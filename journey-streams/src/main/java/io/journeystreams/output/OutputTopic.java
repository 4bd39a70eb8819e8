package io.journeystreams.output;

/** Where an output goes. */
public enum OutputTopic {
    SESSIONS,
    ABANDONMENT,
    ABANDONMENT_ACTIONS,
    PROFILES
}
