package io.journeystreams.config;

import static io.journeystreams.config.ConfigKey.optionalRule;
import static io.journeystreams.config.ConfigKey.optionalRuntime;
import static io.journeystreams.config.ConfigKey.rule;
import static io.journeystreams.config.ConfigKey.runtime;
import static io.journeystreams.config.Limits.between;
import static io.journeystreams.config.Limits.none;
import static io.journeystreams.config.Limits.notBlank;
import static io.journeystreams.config.Limits.positive;
import static io.journeystreams.config.ValueType.CONTENT;
import static io.journeystreams.config.ValueType.COUNT;
import static io.journeystreams.config.ValueType.DURATION;
import static io.journeystreams.config.ValueType.PATH;
import static io.journeystreams.config.ValueType.SWITCH;
import static io.journeystreams.config.ValueType.TEXT;
import static io.journeystreams.config.ValueType.ZONE;
import static io.journeystreams.config.ValueType.choice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Every setting, once. Reading, checking, the reference in the docs and the fingerprint of the rules go by this list. */
final class JourneyConfigKeys {

    static final ConfigKey<String> TENANT = rule(
            "tenant",
            TEXT,
            notBlank(),
            "shop",
            "Name of the shop. It is part of every derived id, so changing it makes all ids new.");

    static final ConfigKey<ZoneId> TIME_ZONE = rule(
            "timeZone",
            ZONE,
            none(),
            "UTC",
            "Time zone of the shop, for quiet hours of customers whose own is not known (rule A11).");
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
    static final ConfigKey<Integer> STREAMS_PROFILE_HEAP_PERCENT = runtime(
            "streams.profileHeapPercent",
            COUNT,
            between(0, 75),
            "25",
            "Part of the heap for profiles in use, which are kept as objects (docs/sizing.md); 0 keeps none.");
    static final ConfigKey<Integer> STREAMS_ROCKS_DB_MB = runtime(
            "streams.rocksDbMb",
            COUNT,
            between(16, 1024 * 1024),
            "128",
            "Memory outside the heap for all stores of this instance, MiB: cached blocks, and a quarter of it for what is not"
                    + " on disk yet.");
    static final ConfigKey<String> HTTP_HOST = runtime(
            "http.host",
            TEXT,
            notBlank(),
            "127.0.0.1",
            "Address on which health and metrics are served. The default is reached from this machine only.");
    static final ConfigKey<Integer> HTTP_PORT =
            runtime("http.port", COUNT, between(0, 65_535), "7070", "Port of health and metrics; 0 takes a free one.");

    static final ConfigKey<String> HTTP_TOKEN = optionalRuntime(
            "http.token",
            TEXT,
            Limits.matching("\\S{16,}", "of at least 16 characters without spaces"),
            "Whoever knows it may ask why a profile got an alert or got none (docs/explain.md). A secret; without it nobody"
                    + " may.");

    static final ConfigKey<Duration> CANARY_EVERY = optionalRuntime(
            "canary.every",
            DURATION,
            positive(),
            "How often a made-up visitor beats through each journal partition, into journey.profiles, to say how long that takes and"
                    + " whether it still works (docs/monitoring.md). Without it there is none. 30s is usual.");

    static final PropertyKeys KAFKA_PROPERTIES = new PropertyKeys(
            "kafka.properties",
            "Settings of the Kafka clients under their own names, for security and tuning.",
            ReservedProperties.KAFKA);
    static final PropertyKeys REGISTRY_PROPERTIES = new PropertyKeys(
            "registry.properties",
            "Settings of the registry client under their own names, such as basic.auth.user.info.",
            ReservedProperties.REGISTRY);

    private static final List<ConfigKey<?>> GENERAL = List.of(
            TENANT,
            TIME_ZONE,
            CLICKSTREAM.format(),
            CLICKSTREAM.mapping(),
            CLICKSTREAM.rekey(),
            CRM.format(),
            CRM.mapping(),
            CRM.rekey(),
            CLOCK_GRACE,
            CLOCK_IDLE_AFTER,
            CLOCK_FUTURE_TOLERANCE,
            CLOCK_LATENESS,
            IDENTITY_SHARED_DEVICE_LIMIT,
            SESSIONS_GAP,
            SESSIONS_MAX_LENGTH,
            SESSIONS_CORRECTION_WINDOW,
            SESSIONS_SPLIT_ON_CAMPAIGN);

    private static final List<ConfigKey<?>> RUNNING = List.of(
            KAFKA_BOOTSTRAP_SERVERS,
            REGISTRY_URL,
            STREAMS_APPLICATION_ID,
            STREAMS_STATE_DIRECTORY,
            STREAMS_THREADS,
            STREAMS_INSTANCE_ID,
            STREAMS_STANDBY_REPLICAS,
            STREAMS_PROFILE_HEAP_PERCENT,
            STREAMS_ROCKS_DB_MB,
            HTTP_HOST,
            HTTP_PORT,
            HTTP_TOKEN,
            CANARY_EVERY);

    static final List<ConfigKey<?>> ALL = Stream.of(
                    GENERAL, AbandonmentKeys.ALL, CourseKeys.ALL, ChurnKeys.ALL, RUNNING)
            .<ConfigKey<?>>flatMap(List::stream)
            .toList();

    static final List<PropertyKeys> ALL_PROPERTIES = List.of(KAFKA_PROPERTIES, REGISTRY_PROPERTIES);

    private JourneyConfigKeys() {}

    /** The settings that every input topic has. */
    record InputKeys(ConfigKey<EventFormat> format, ConfigKey<Path> mapping, ConfigKey<Boolean> rekey) {

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
                                    + " Its content counts in the fingerprint."),
                    runtime(
                            prefix + "rekey",
                            SWITCH,
                            none(),
                            "false",
                            "The records of " + input
                                    + ".events are keyed by something else than rule O1 says, or by nothing:"
                                    + " their keys are no cause for concern. They are repartitioned by their payload in any case."));
        }
    }
}
