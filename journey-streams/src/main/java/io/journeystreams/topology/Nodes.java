package io.journeystreams.topology;

import io.journeystreams.output.OutputTopic;

/** Nodes of the topology. The two intakes have sinks of their own, so that they stay sub-topologies of their own. */
final class Nodes {

    static final String CLICKSTREAM_SOURCE = "clickstream-source";
    static final String CLICKSTREAM_INTAKE = "clickstream-intake";
    static final String CLICKSTREAM_JOURNAL = "clickstream-journal-sink";
    static final String CLICKSTREAM_DEAD_LETTERS = "clickstream-dead-letters-sink";

    static final String CRM_SOURCE = "crm-source";
    static final String CRM_INTAKE = "crm-intake";
    static final String CRM_JOURNAL = "crm-journal-sink";
    static final String CRM_DEAD_LETTERS = "crm-dead-letters-sink";

    static final String JOURNAL_SOURCE = "journal-source";
    static final String JOURNEY = "journey";
    static final String HAND_OVERS = "hand-overs-sink";
    static final String SESSIONS = "sessions-sink";
    static final String STAGE_TRANSITIONS = "stage-transitions-sink";
    static final String ABANDONMENT = "abandonment-sink";
    static final String ABANDONMENT_ACTIONS = "abandonment-actions-sink";
    static final String MOMENTS = "moments-sink";
    static final String FRICTION = "friction-sink";
    static final String CHURN_RISK = "churn-risk-sink";
    static final String CHURN_SETTLEMENTS = "churn-settlements-sink";
    static final String PROFILES = "profiles-sink";
    static final String MAP = "map-sink";
    static final String JOURNEY_DEAD_LETTERS = "journey-dead-letters-sink";

    private Nodes() {}

    static String sinkOf(OutputTopic topic) {
        return switch (topic) {
            case SESSIONS -> SESSIONS;
            case STAGE_TRANSITIONS -> STAGE_TRANSITIONS;
            case ABANDONMENT -> ABANDONMENT;
            case ABANDONMENT_ACTIONS -> ABANDONMENT_ACTIONS;
            case MOMENTS -> MOMENTS;
            case FRICTION -> FRICTION;
            case CHURN_RISK -> CHURN_RISK;
            case CHURN_SETTLEMENTS -> CHURN_SETTLEMENTS;
            case PROFILES -> PROFILES;
            case MAP -> MAP;
        };
    }
}
