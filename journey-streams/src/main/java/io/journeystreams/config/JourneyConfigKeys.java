package io.journeystreams.config;

import static io.journeystreams.config.ConfigKey.optionalRule;
import static io.journeystreams.config.ConfigKey.optionalRuntime;
import static io.journeystreams.config.ConfigKey.rule;
import static io.journeystreams.config.ConfigKey.runtime;
import static io.journeystreams.config.Limits.between;
import static io.journeystreams.config.Limits.containing;
import static io.journeystreams.config.Limits.none;
import static io.journeystreams.config.Limits.notBlank;
import static io.journeystreams.config.Limits.notNegative;
import static io.journeystreams.config.Limits.positive;
import static io.journeystreams.config.ValueType.AMOUNT;
import static io.journeystreams.config.ValueType.CONTENT;
import static io.journeystreams.config.ValueType.COUNT;
import static io.journeystreams.config.ValueType.DURATION;
import static io.journeystreams.config.ValueType.PATH;
import static io.journeystreams.config.ValueType.STAGE_MODEL;
import static io.journeystreams.config.ValueType.SWITCH;
import static io.journeystreams.config.ValueType.TEXT;
import static io.journeystreams.config.ValueType.TIERS;
import static io.journeystreams.config.ValueType.choice;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.AbandonmentPolicy.Basis;
import io.journeystreams.domain.moment.Tier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every setting, once. Reading, checking, the reference in the docs and the fingerprint of the rules go by this list. */
final class JourneyConfigKeys {

    static final ConfigKey<String> TENANT = rule(
            "tenant",
            TEXT,
            notBlank(),
            "shop",
            "Name of the shop. It is part of every derived id, so changing it makes all ids new.");

    static final InputKeys CLICKSTREAM = InputKeys.of("clickstream");
    static final InputKeys CRM = InputKeys.of("crm");

    static final ConfigKey<Duration> CLOCK_GRACE = rule(
            "clock.grace",
            DURATION,
            none(),
            "2m",
            "How far the clock stays behind the newest event, for events that arrive out of order (rule T4).");
    static final ConfigKey<Duration> CLOCK_IDLE_AFTER = rule(
            "clock.idleAfter",
            DURATION,
            positive(),
            "10s",
            "Silence after which an input partition that is read to its end follows the wall clock (rule T4).");
    static final ConfigKey<Duration> CLOCK_FUTURE_TOLERANCE = rule(
            "clock.futureTolerance",
            DURATION,
            none(),
            "5m",
            "An event stamped further than this after its ingestion gets the ingestion time (rule T2).");
    static final ConfigKey<Duration> CLOCK_LATENESS = rule(
            "clock.lateness",
            DURATION,
            positive(),
            "3d",
            "Older events arm nothing; purchases count at any age (rule T3). Longer than clock.grace.");

    static final ConfigKey<Integer> IDENTITY_SHARED_DEVICE_LIMIT = rule(
            "identity.sharedDeviceLimit",
            COUNT,
            between(1, 100),
            "5",
            "A device seen with more customers than this within 7 days is shared for good (rule I7).");

    static final ConfigKey<Duration> SESSIONS_GAP =
            rule("sessions.gap", DURATION, positive(), "30m", "A longer silence starts a new session (rule S2).");
    static final ConfigKey<Duration> SESSIONS_MAX_LENGTH = rule(
            "sessions.maxLength",
            DURATION,
            positive(),
            "24h",
            "No session lasts longer (rule S2). Not shorter than sessions.gap.");
    static final ConfigKey<Duration> SESSIONS_CORRECTION_WINDOW = rule(
            "sessions.correctionWindow",
            DURATION,
            positive(),
            "72h",
            "How long after it was closed a session may still be corrected (rule S4). Events older than clock.lateness correct nothing.");
    static final ConfigKey<Boolean> SESSIONS_SPLIT_ON_CAMPAIGN =
            rule("sessions.splitOnCampaign", SWITCH, none(), "false", "A new campaign starts a new session (rule S2).");

    static final KindKeys CART = KindKeys.of("cart", "60m");
    static final KindKeys CHECKOUT = KindKeys.of("checkout", "30m");
    static final KindKeys PAYMENT_FAILED = KindKeys.of("paymentFailed", "15m");

    static final ConfigKey<Basis> ABANDONMENT_BASIS = rule(
            "abandonment.basis",
            choice(Basis.class),
            none(),
            "customer",
            "Whose activity restarts a delay: any of the customer's, or only what is done to the subject (rule A2).");
    static final ConfigKey<Duration> ABANDONMENT_FREQUENCY_CAP = rule(
            "abandonment.frequencyCap",
            DURATION,
            none(),
            "24h",
            "At most one alert to act on per customer in this time, over all kinds (gate CAPPED of rule A11).");
    static final ConfigKey<Duration> ABANDONMENT_COOL_DOWN = rule(
            "abandonment.coolDown",
            DURATION,
            none(),
            "24h",
            "No second alert on the same subject sooner after the first (rule A10).");
    static final ConfigKey<Integer> ABANDONMENT_MAX_ALERTS =
            rule("abandonment.maxAlerts", COUNT, between(1, 100), "3", "Alerts per subject at most (rule A10).");
    static final ConfigKey<Duration> ABANDONMENT_QUIET_AFTER_HIGHER = rule(
            "abandonment.quietAfterHigher",
            DURATION,
            none(),
            "48h",
            "Lower kinds are quiet this long after an alert of a higher kind (rule A3).");
    static final ConfigKey<Duration> ABANDONMENT_RECOVERY_WINDOW = rule(
            "abandonment.recoveryWindow",
            DURATION,
            positive(),
            "30d",
            "How long after its deadline an alert can be recovered; then it expires (rule A1).");
    static final ConfigKey<String> ABANDONMENT_RECOVERY_LINK = optionalRule(
            "abandonment.recoveryLink",
            TEXT,
            containing(AbandonmentPolicy.ALERT_ID),
            "Template of the link back to the cart, such as https://shop.example/cart?alert={alertId} (rule A16).");

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

    static final ConfigKey<String> KAFKA_BOOTSTRAP_SERVERS = optionalRuntime(
            "kafka.bootstrapServers", TEXT, notBlank(), "Brokers to start from, host:port, separated by commas.");
    static final ConfigKey<String> REGISTRY_URL = optionalRuntime(
            "registry.url",
            TEXT,
            Limits.matching("https?://\\S+", "starting with http:// or https://"),
            "The schema registry; several addresses are separated by commas.");
    static final ConfigKey<String> STREAMS_APPLICATION_ID = runtime(
            "streams.applicationId",
            TEXT,
            Limits.matching("[a-zA-Z0-9._-]+", "of letters, digits, dots, underscores and hyphens"),
            "journey",
            "Consumer group and prefix of the internal topics. A new one starts from nothing.");
    static final ConfigKey<Path> STREAMS_STATE_DIRECTORY = optionalRuntime(
            "streams.stateDirectory",
            PATH,
            none(),
            "Where the state is kept on disk; needed by run. Not under a directory that is emptied on restart.");
    static final ConfigKey<Integer> STREAMS_THREADS =
            runtime("streams.threads", COUNT, between(1, 256), "2", "Stream threads of this instance.");
    static final ConfigKey<String> STREAMS_INSTANCE_ID = optionalRuntime(
            "streams.instanceId",
            TEXT,
            Limits.matching("[a-zA-Z0-9._-]+", "of letters, digits, dots, underscores and hyphens"),
            "Name of this instance within the group, its own and the same after a restart; without it, one that is kept in"
                    + " the state directory.");
    static final ConfigKey<Integer> STREAMS_STANDBY_REPLICAS = runtime(
            "streams.standbyReplicas",
            COUNT,
            between(0, 3),
            "0",
            "Copies of the state on other instances, which shorten a fail-over; 1 is good from two instances on.");
    static final ConfigKey<String> HTTP_HOST = runtime(
            "http.host",
            TEXT,
            notBlank(),
            "127.0.0.1",
            "Address on which health and metrics are served. The default is reached from this machine only.");
    static final ConfigKey<Integer> HTTP_PORT =
            runtime("http.port", COUNT, between(0, 65_535), "7070", "Port of health and metrics; 0 takes a free one.");

    static final PropertyKeys KAFKA_PROPERTIES = new PropertyKeys(
            "kafka.properties",
            "Settings of the Kafka clients under their own names, for security and tuning.",
            ReservedProperties.KAFKA);
    static final PropertyKeys REGISTRY_PROPERTIES = new PropertyKeys(
            "registry.properties",
            "Settings of the registry client under their own names, such as basic.auth.user.info.",
            ReservedProperties.REGISTRY);

    static final List<ConfigKey<?>> ALL = List.of(
            TENANT,
            CLICKSTREAM.format(),
            CLICKSTREAM.mapping(),
            CRM.format(),
            CRM.mapping(),
            CLOCK_GRACE,
            CLOCK_IDLE_AFTER,
            CLOCK_FUTURE_TOLERANCE,
            CLOCK_LATENESS,
            IDENTITY_SHARED_DEVICE_LIMIT,
            SESSIONS_GAP,
            SESSIONS_MAX_LENGTH,
            SESSIONS_CORRECTION_WINDOW,
            SESSIONS_SPLIT_ON_CAMPAIGN,
            CART.delay(),
            CART.minValue(),
            CART.maxAge(),
            CHECKOUT.delay(),
            CHECKOUT.minValue(),
            CHECKOUT.maxAge(),
            PAYMENT_FAILED.delay(),
            PAYMENT_FAILED.minValue(),
            PAYMENT_FAILED.maxAge(),
            ABANDONMENT_BASIS,
            ABANDONMENT_FREQUENCY_CAP,
            ABANDONMENT_COOL_DOWN,
            ABANDONMENT_MAX_ALERTS,
            ABANDONMENT_QUIET_AFTER_HIGHER,
            ABANDONMENT_RECOVERY_WINDOW,
            ABANDONMENT_RECOVERY_LINK,
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
            MOMENTS_TIERS,
            KAFKA_BOOTSTRAP_SERVERS,
            REGISTRY_URL,
            STREAMS_APPLICATION_ID,
            STREAMS_STATE_DIRECTORY,
            STREAMS_THREADS,
            STREAMS_INSTANCE_ID,
            STREAMS_STANDBY_REPLICAS,
            HTTP_HOST,
            HTTP_PORT);

    static final List<PropertyKeys> ALL_PROPERTIES = List.of(KAFKA_PROPERTIES, REGISTRY_PROPERTIES);

    private JourneyConfigKeys() {}

    private static ConfigKey<Duration> promise(String channel, String wait) {
        return rule(
                "service." + channel + ".promise",
                DURATION,
                positive(),
                wait,
                "Longest wait promised; promise_ms of the event that opens the contact overrides it (rule M3).");
    }

    /** The settings that every input topic has. */
    record InputKeys(ConfigKey<EventFormat> format, ConfigKey<Path> mapping) {

        private static InputKeys of(String input) {
            String prefix = "inputs." + input + ".";
            return new InputKeys(
                    runtime(
                            prefix + "format",
                            choice(EventFormat.class),
                            none(),
                            "avro",
                            "What the records of " + input + ".events are (rule O1, docs/vocabularies.md)."),
                    optionalRule(
                            prefix + "mapping",
                            CONTENT,
                            none(),
                            "Your own table of what events and fields of that format mean, over the built-in one."
                                    + " Its content counts in the fingerprint."));
        }
    }

    /** The settings that every kind of abandonment has. */
    record KindKeys(ConfigKey<Duration> delay, ConfigKey<BigDecimal> minValue, ConfigKey<Duration> maxAge) {

        private static KindKeys of(String kind, String delay) {
            String prefix = "abandonment." + kind + ".";
            return new KindKeys(
                    rule(
                            prefix + "delay",
                            DURATION,
                            positive(),
                            delay,
                            "Silence after which it counts as abandoned (table of rules A)."),
                    rule(
                            prefix + "minValue",
                            AMOUNT,
                            notNegative(),
                            "0.00",
                            "Smallest total to act on, in the cart's currency (gate MIN_VALUE of rule A11)."),
                    rule(
                            prefix + "maxAge",
                            DURATION,
                            positive(),
                            "24h",
                            "How long after its deadline an alert may still be acted on (rule T6)."));
        }
    }
}
