package io.journeystreams.load.faults;

import java.util.List;

/** The topics, as the documentation names them. */
final class ShopTopics {

    static final String CLICKSTREAM = "clickstream.events";
    static final String CRM = "crm.events";
    static final String JOURNAL = "journey.journal";
    static final String DEAD_LETTERS = "journey.dead-letters";
    static final String SESSIONS = "journey.sessions";
    static final String ABANDONMENT = "journey.abandonment";
    static final String ACTIONS = "journey.abandonment-actions";
    static final String TRANSITIONS = "journey.stage-transitions";

    static final List<String> INPUTS = List.of(CLICKSTREAM, CRM);

    /** Whose records carry an id that must not come twice. */
    static final List<String> OUTPUTS = List.of(
            SESSIONS,
            ABANDONMENT,
            ACTIONS,
            TRANSITIONS,
            "journey.moments",
            "journey.friction",
            "journey.churn-risk",
            "journey.churn-settlements");

    /** Whatever the seed. */
    static final List<String> NEVER_EMPTY = List.of(SESSIONS, ABANDONMENT, ACTIONS, TRANSITIONS);

    private ShopTopics() {}
}
