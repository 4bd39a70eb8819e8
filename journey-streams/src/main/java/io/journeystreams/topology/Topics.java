package io.journeystreams.topology;

import io.journeystreams.domain.event.Occurrence.Source;
import java.util.List;

/** Topics that the processor reads and writes. The names are published; they stay. */
public final class Topics {

    public static final String CLICKSTREAM = "clickstream.events";
    public static final String CRM = "crm.events";
    public static final String JOURNAL = "journey.journal";
    public static final String SESSIONS = "journey.sessions";
    public static final String STAGE_TRANSITIONS = "journey.stage-transitions";
    public static final String ABANDONMENT = "journey.abandonment";
    public static final String ABANDONMENT_ACTIONS = "journey.abandonment-actions";
    public static final String MOMENTS = "journey.moments";
    public static final String FRICTION = "journey.friction";
    public static final String CHURN_RISK = "journey.churn-risk";
    public static final String CHURN_SETTLEMENTS = "journey.churn-settlements";
    public static final String PROFILES = "journey.profiles";
    public static final String MAP = "journey.map";
    public static final String DEAD_LETTERS = "journey.dead-letters";

    /** What others write; each of their partitions is a source of watermarks. */
    public static final List<String> INPUTS = List.of(CLICKSTREAM, CRM);

    private Topics() {}

    /** Whose events an input topic carries. */
    public static Source sourceOf(String inputTopic) {
        return inputTopic.equals(CRM) ? Source.CRM : Source.CLICKSTREAM;
    }
}
