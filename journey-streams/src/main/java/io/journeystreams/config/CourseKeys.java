package io.journeystreams.config;

import static io.journeystreams.config.ConfigKey.optionalRule;
import static io.journeystreams.config.ConfigKey.rule;
import static io.journeystreams.config.Limits.none;
import static io.journeystreams.config.Limits.positive;
import static io.journeystreams.config.ValueType.DURATION;
import static io.journeystreams.config.ValueType.STAGE_MODEL;
import static io.journeystreams.config.ValueType.TIERS;

import io.journeystreams.domain.moment.Tier;
import java.time.Duration;
import java.util.List;

/** The settings of a customer's course: stages, service and moments; part of {@link JourneyConfigKeys#ALL}. */
final class CourseKeys {

    static final ConfigKey<String> STAGES_MODEL = rule(
            "stages.model",
            STAGE_MODEL,
            none(),
            "six-stage",
            "The stages of customers: three-phase, five-stage, six-stage, or a file with a table of one's own (rule G1).");
    static final ConfigKey<Duration> STAGES_SILENCE = rule(
            "stages.silence",
            DURATION,
            positive(),
            "30d",
            "A mission that nobody touches for as long is discontinued (rule G8).");
    static final ConfigKey<Duration> STAGES_BACKWARD_AFTER = rule(
            "stages.backwardAfter",
            DURATION,
            positive(),
            "60s",
            "Lower evidence that lasts as long leads back (rule G4).");
    static final ConfigKey<Duration> STAGES_QUIET_AFTER_GOAL = rule(
            "stages.quietAfterGoal",
            DURATION,
            none(),
            "30m",
            "Pages viewed this soon after the goal begin no new mission (rules G).");
    static final ConfigKey<Duration> STAGES_FRICTION_WINDOW = rule(
            "stages.frictionWindow",
            DURATION,
            positive(),
            "48h",
            "Friction so close to the last touch is the reason why a mission was discontinued (rule M4).");

    static final ConfigKey<Duration> SERVICE_CHAT_PROMISE = promise("chat", "2m");
    static final ConfigKey<Duration> SERVICE_CALL_PROMISE = promise("call", "5m");
    static final ConfigKey<Duration> SERVICE_TICKET_PROMISE = promise("ticket", "24h");
    static final ConfigKey<Duration> SERVICE_REPEAT_WITHIN = rule(
            "service.repeatWithin",
            DURATION,
            positive(),
            "7d",
            "Who comes again within this time has not been helped the first time (rule M3).");

    static final ConfigKey<Duration> MOMENTS_REVIEW_DELAY = rule(
            "moments.reviewDelay",
            DURATION,
            positive(),
            "5d",
            "From the delivery to the moment for a review (rule G9).");
    static final ConfigKey<List<Tier>> MOMENTS_TIERS = optionalRule(
            "moments.tiers",
            TIERS,
            none(),
            "Tiers of loyal customers from the lowest to the highest, by orders that were kept or by what was spent (rule G9).");

    static final List<ConfigKey<?>> ALL = List.of(
            STAGES_MODEL,
            STAGES_SILENCE,
            STAGES_BACKWARD_AFTER,
            STAGES_QUIET_AFTER_GOAL,
            STAGES_FRICTION_WINDOW,
            SERVICE_CHAT_PROMISE,
            SERVICE_CALL_PROMISE,
            SERVICE_TICKET_PROMISE,
            SERVICE_REPEAT_WITHIN,
            MOMENTS_REVIEW_DELAY,
            MOMENTS_TIERS);

    private CourseKeys() {}

    private static ConfigKey<Duration> promise(String channel, String wait) {
        return rule(
                "service." + channel + ".promise",
                DURATION,
                positive(),
                wait,
                "Longest wait promised; promise_ms of the event that opens the contact overrides it (rule M3).");
    }
}
