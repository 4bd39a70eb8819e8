package io.journeystreams.config;

import static io.journeystreams.config.JourneyConfigKeys.*;

import io.journeystreams.config.AbandonmentKeys.KindKeys;
import io.journeystreams.config.JourneyConfigKeys.InputKeys;
import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.ActionPolicy;
import io.journeystreams.domain.abandonment.ControlGroup;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.KindPolicy;
import io.journeystreams.domain.abandonment.PaymentMethod;
import io.journeystreams.domain.abandonment.QuietHours;
import io.journeystreams.domain.churn.ChurnPolicy;
import io.journeystreams.domain.churn.CohortBy;
import io.journeystreams.domain.churn.CohortModels;
import io.journeystreams.domain.engine.CoursePolicy;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.identity.IdentityPolicy;
import io.journeystreams.domain.interest.InterestPolicy;
import io.journeystreams.domain.moment.MomentPolicy;
import io.journeystreams.domain.service.ContactChannel;
import io.journeystreams.domain.service.ServicePolicy;
import io.journeystreams.domain.session.SessionPolicy;
import io.journeystreams.domain.stage.StagePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts each setting into the field that it is for. */
final class ConfigAssembly {

    private static final int PERCENT_DIGITS = 2;

    private final Settings settings;
    private final Secrets secrets;

    private ConfigAssembly(SettingsReader reader) {
        this.settings = reader.settings();
        this.secrets = reader.secrets();
    }

    static JourneyConfig of(List<RawSetting> file, Map<String, String> environment, Map<String, String> flags) {
        return new ConfigAssembly(SettingsReader.read(file, environment, flags)).config();
    }

    private JourneyConfig config() {
        return new JourneyConfig(
                policy(),
                new InputSettings(input(CLICKSTREAM), input(CRM)),
                new KafkaSettings(settings.find(KAFKA_BOOTSTRAP_SERVERS), settings.properties(KAFKA_PROPERTIES)),
                new RegistrySettings(settings.find(REGISTRY_URL), settings.properties(REGISTRY_PROPERTIES)),
                new InstanceSettings(
                        settings.get(STREAMS_APPLICATION_ID),
                        settings.find(STREAMS_STATE_DIRECTORY),
                        settings.get(STREAMS_THREADS),
                        settings.find(STREAMS_INSTANCE_ID),
                        settings.get(STREAMS_STANDBY_REPLICAS),
                        settings.get(STREAMS_PROFILE_HEAP_PERCENT),
                        settings.get(STREAMS_ROCKS_DB_MB)),
                new HttpSettings(settings.get(HTTP_HOST), settings.get(HTTP_PORT), settings.find(HTTP_TOKEN)),
                canaryEvery(),
                secrets,
                effective());
    }

    /** A canary writes what a clickstream of Avro holds. */
    private Optional<Duration> canaryEvery() {
        Optional<Duration> every = settings.find(CANARY_EVERY);
        return section("canary", () -> {
            if (every.isPresent() && settings.get(CLICKSTREAM.format()) != EventFormat.AVRO) {
                throw new IllegalArgumentException("every needs inputs.clickstream.format avro");
            }
            return every;
        });
    }

    private InputSettings.Input input(InputKeys keys) {
        return new InputSettings.Input(
                settings.get(keys.format()), settings.find(keys.mapping()), settings.get(keys.rekey()));
    }

    private EnginePolicy policy() {
        return new EnginePolicy(
                settings.get(TENANT),
                PolicyVersion.of(settings),
                section("clock", this::clock),
                section("identity", this::identity),
                section("sessions", this::sessions),
                section("abandonment", this::abandonment),
                new CoursePolicy(
                        section("stages", this::stages),
                        section("service", this::service),
                        moments(),
                        section("churn", this::churn)));
    }

    private ClockPolicy clock() {
        return new ClockPolicy(
                settings.get(CLOCK_GRACE),
                settings.get(CLOCK_IDLE_AFTER),
                settings.get(CLOCK_FUTURE_TOLERANCE),
                settings.get(CLOCK_LATENESS));
    }

    private IdentityPolicy identity() {
        IdentityPolicy usual = IdentityPolicy.defaults();
        return new IdentityPolicy(
                settings.get(IDENTITY_SHARED_DEVICE_LIMIT),
                usual.sharedDeviceWindow(),
                usual.linkMemory(),
                usual.erasureMemory());
    }

    private SessionPolicy sessions() {
        return new SessionPolicy(
                settings.get(SESSIONS_GAP),
                settings.get(SESSIONS_MAX_LENGTH),
                settings.get(SESSIONS_CORRECTION_WINDOW),
                settings.get(SESSIONS_SPLIT_ON_CAMPAIGN));
    }

    private AbandonmentPolicy abandonment() {
        return new AbandonmentPolicy(
                kinds(),
                settings.get(AbandonmentKeys.BASIS),
                settings.get(AbandonmentKeys.FREQUENCY_CAP),
                settings.get(AbandonmentKeys.COOL_DOWN),
                settings.get(AbandonmentKeys.MAX_ALERTS),
                settings.get(AbandonmentKeys.QUIET_AFTER_HIGHER),
                settings.get(AbandonmentKeys.RECOVERY_WINDOW),
                pendingDelays(),
                new InterestPolicy(
                        settings.get(AbandonmentKeys.BROWSE_VIEWS), settings.get(AbandonmentKeys.BROWSE_TIME)),
                action(),
                settings.find(AbandonmentKeys.RECOVERY_LINK));
    }

    private StagePolicy stages() {
        return new StagePolicy(
                StageModels.load(settings.get(CourseKeys.STAGES_MODEL)),
                settings.get(CourseKeys.STAGES_SILENCE),
                settings.get(CourseKeys.STAGES_BACKWARD_AFTER),
                settings.get(CourseKeys.STAGES_QUIET_AFTER_GOAL),
                settings.get(CourseKeys.STAGES_FRICTION_WINDOW));
    }

    private ServicePolicy service() {
        Map<ContactChannel, Duration> promises = new EnumMap<>(ContactChannel.class);
        promises.put(ContactChannel.CHAT, settings.get(CourseKeys.SERVICE_CHAT_PROMISE));
        promises.put(ContactChannel.CALL, settings.get(CourseKeys.SERVICE_CALL_PROMISE));
        promises.put(ContactChannel.TICKET, settings.get(CourseKeys.SERVICE_TICKET_PROMISE));
        return new ServicePolicy(promises, settings.get(CourseKeys.SERVICE_REPEAT_WITHIN));
    }

    private MomentPolicy moments() {
        return new MomentPolicy(
                settings.get(CourseKeys.MOMENTS_REVIEW_DELAY),
                settings.find(CourseKeys.MOMENTS_TIERS).orElse(List.of()));
    }

    private ChurnPolicy churn() {
        return new ChurnPolicy(
                churnModels(),
                settings.find(ChurnKeys.SIGNALS).map(SignalWeightsFile::load),
                settings.get(ChurnKeys.ENTER).doubleValue(),
                settings.get(ChurnKeys.LEAVE).doubleValue(),
                settings.get(ChurnKeys.ESCALATE).doubleValue(),
                settings.get(ChurnKeys.HOLD),
                settings.get(ChurnKeys.REFIRE_AFTER),
                settings.get(ChurnKeys.MAX_AGE),
                settings.get(ChurnKeys.SAMPLE).movePointLeft(PERCENT_DIGITS).doubleValue());
    }

    private Optional<CohortModels> churnModels() {
        Optional<CohortBy> cohortBy = settings.find(ChurnKeys.COHORT_BY).map(CohortBy::new);
        Optional<Duration> horizon = settings.find(ChurnKeys.HORIZON);
        Optional<List<Path>> parameters = settings.find(ChurnKeys.PARAMETERS);
        if (parameters.isEmpty() && (cohortBy.isPresent() || horizon.isPresent())) {
            throw new IllegalArgumentException((cohortBy.isPresent() ? "cohortBy" : "horizon") + " needs parameters");
        }
        return parameters.map(files -> ChurnModels.load(files, cohortBy, horizon));
    }

    private Map<Kind, KindPolicy> kinds() {
        Map<Kind, KindPolicy> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.put(kind, kind(keysOf(kind)));
        }
        return kinds;
    }

    private static KindKeys keysOf(Kind kind) {
        return switch (kind) {
            case FORM -> AbandonmentKeys.FORM;
            case SEARCH -> AbandonmentKeys.SEARCH;
            case BROWSE -> AbandonmentKeys.BROWSE;
            case CART -> AbandonmentKeys.CART;
            case CHECKOUT -> AbandonmentKeys.CHECKOUT;
            case PAYMENT_PENDING -> AbandonmentKeys.PAYMENT_PENDING;
            case PAYMENT_FAILED -> AbandonmentKeys.PAYMENT_FAILED;
        };
    }

    private KindPolicy kind(KindKeys keys) {
        return new KindPolicy(
                settings.get(keys.delay()),
                settings.get(keys.minValue()),
                settings.get(keys.maxAge()),
                settings.find(keys.steps()).orElse(List.of()));
    }

    private Map<PaymentMethod, Duration> pendingDelays() {
        return Map.of(
                PaymentMethod.CARD, settings.get(AbandonmentKeys.PENDING_CARD),
                PaymentMethod.WALLET, settings.get(AbandonmentKeys.PENDING_WALLET),
                PaymentMethod.TRANSFER, settings.get(AbandonmentKeys.PAYMENT_PENDING.delay()));
    }

    private ActionPolicy action() {
        return new ActionPolicy(
                settings.get(AbandonmentKeys.CONSENT),
                quietHours(),
                settings.get(TIME_ZONE),
                new ControlGroup(settings.get(AbandonmentKeys.CONTROL_GROUP)),
                settings.get(AbandonmentKeys.REACHABLE_WITHIN));
    }

    private Optional<QuietHours> quietHours() {
        LocalTime to = settings.get(AbandonmentKeys.QUIET_TO);
        return settings.find(AbandonmentKeys.QUIET_FROM).map(from -> new QuietHours(from, to));
    }

    /** What a policy says about several settings together belongs to the section that they stand in. */
    private <T> T section(String name, Supplier<T> policy) {
        try {
            return policy.get();
        } catch (IllegalArgumentException e) {
            InvalidConfigException invalid = new InvalidConfigException(
                    new ConfigProblem(settings.whereOfSection(name), name + ": " + e.getMessage()));
            invalid.initCause(e);
            throw invalid;
        }
    }

    private List<EffectiveSetting> effective() {
        List<EffectiveSetting> effective = new ArrayList<>();
        ALL.forEach(key -> effective.add(shown(key)));
        ALL_PROPERTIES.forEach(keys -> settings.properties(keys)
                .forEach((name, value) -> effective.add(shown(keys.name() + "." + name, value))));
        return effective;
    }

    private <T> EffectiveSetting shown(ConfigKey<T> key) {
        return settings.find(key)
                .map(value -> shown(key.name(), key.canonical(value)))
                .orElseGet(() -> new EffectiveSetting(key.name(), "(not set)", originOf(key.name())));
    }

    private EffectiveSetting shown(String name, String value) {
        String masked = Secrets.isSecretName(name) ? Secrets.MASK : secrets.mask(value);
        return new EffectiveSetting(name, masked, originOf(name));
    }

    private String originOf(String name) {
        return settings.originOf(name).name().toLowerCase(Locale.ROOT);
    }
}
