package io.journeystreams.config;

import static io.journeystreams.config.ConfigKey.optionalRule;
import static io.journeystreams.config.ConfigKey.rule;
import static io.journeystreams.config.Limits.between;
import static io.journeystreams.config.Limits.containing;
import static io.journeystreams.config.Limits.none;
import static io.journeystreams.config.Limits.notNegative;
import static io.journeystreams.config.Limits.positive;
import static io.journeystreams.config.ValueType.AMOUNT;
import static io.journeystreams.config.ValueType.COUNT;
import static io.journeystreams.config.ValueType.DURATION;
import static io.journeystreams.config.ValueType.DURATIONS;
import static io.journeystreams.config.ValueType.PERCENT;
import static io.journeystreams.config.ValueType.TEXT;
import static io.journeystreams.config.ValueType.TIME_OF_DAY;
import static io.journeystreams.config.ValueType.choice;

import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.AbandonmentPolicy.Basis;
import io.journeystreams.domain.abandonment.ConsentRule;
import io.journeystreams.domain.abandonment.KindPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the abandonment rules; part of {@link JourneyConfigKeys#ALL}. */
final class AbandonmentKeys {

    static final KindKeys FORM = KindKeys.of("form", "30m", "24h");
    static final KindKeys SEARCH = KindKeys.of("search", "60m", "6h");
    static final KindKeys BROWSE = KindKeys.of("browse", "60m", "6h");
    static final KindKeys CART = KindKeys.of("cart", "60m", "24h");
    static final KindKeys CHECKOUT = KindKeys.of("checkout", "30m", "24h");
    static final KindKeys PAYMENT_FAILED = KindKeys.of("paymentFailed", "15m", "24h");
    /** Its delay is the one for methods that are not known, and for transfers. */
    static final KindKeys PAYMENT_PENDING = KindKeys.of("paymentPending", "7d", "24h");

    static final ConfigKey<Integer> BROWSE_VIEWS = rule(
            "abandonment.browse.views",
            COUNT,
            between(1, 100),
            "2",
            "This many views of a product within three days arm it (kind BROWSE).");
    static final ConfigKey<Duration> BROWSE_TIME =
            rule("abandonment.browse.time", DURATION, positive(), "10s", "Or one view of this length (kind BROWSE).");
    static final ConfigKey<Duration> PENDING_CARD = rule(
            "abandonment.paymentPending.cardDelay",
            DURATION,
            positive(),
            "30m",
            "The same for orders to be paid by card (kind PAYMENT_PENDING).");
    static final ConfigKey<Duration> PENDING_WALLET = rule(
            "abandonment.paymentPending.walletDelay",
            DURATION,
            positive(),
            "60m",
            "The same for orders to be paid from a wallet (kind PAYMENT_PENDING).");

    static final ConfigKey<Basis> BASIS = rule(
            "abandonment.basis",
            choice(Basis.class),
            none(),
            "customer",
            "Whose activity restarts a delay: any of the customer's, or only what is done to the subject (rule A2).");
    static final ConfigKey<Duration> FREQUENCY_CAP = rule(
            "abandonment.frequencyCap",
            DURATION,
            none(),
            "24h",
            "At most one alert to act on per customer in this time, over all kinds (gate CAPPED of rule A11).");
    static final ConfigKey<Duration> COOL_DOWN = rule(
            "abandonment.coolDown",
            DURATION,
            none(),
            "24h",
            "No second alert on the same subject sooner after the first (rule A10).");
    static final ConfigKey<Integer> MAX_ALERTS =
            rule("abandonment.maxAlerts", COUNT, between(1, 100), "3", "Alerts per subject at most (rule A10).");
    static final ConfigKey<Duration> QUIET_AFTER_HIGHER = rule(
            "abandonment.quietAfterHigher",
            DURATION,
            none(),
            "48h",
            "Lower kinds are quiet this long after an alert of a higher kind (rule A3).");
    static final ConfigKey<Duration> RECOVERY_WINDOW = rule(
            "abandonment.recoveryWindow",
            DURATION,
            positive(),
            "30d",
            "How long after its deadline an alert can be recovered; then it expires (rule A1).");
    static final ConfigKey<String> RECOVERY_LINK = optionalRule(
            "abandonment.recoveryLink",
            TEXT,
            containing(AbandonmentPolicy.ALERT_ID),
            "Template of the link back to the cart, such as https://shop.example/cart?alert={alertId} (rule A16).");

    static final ConfigKey<ConsentRule> CONSENT = rule(
            "abandonment.consent",
            choice(ConsentRule.class),
            none(),
            "none",
            "What is needed to contact a customer: an opt-in, a kept order and no refusal, or nothing (gate CONSENT of rule A11).");
    static final ConfigKey<LocalTime> QUIET_FROM = optionalRule(
            "abandonment.quietHours.from",
            TIME_OF_DAY,
            none(),
            "Nobody is contacted from this time of the customer's day on (rule A11); not set: no quiet hours.");
    static final ConfigKey<LocalTime> QUIET_TO = rule(
            "abandonment.quietHours.to",
            TIME_OF_DAY,
            none(),
            "08:00",
            "First time of the customer's day at which contact is allowed again (rule A11).");
    static final ConfigKey<Duration> REACHABLE_WITHIN = rule(
            "abandonment.reachableWithin",
            DURATION,
            positive(),
            "7d",
            "How long after the deadline a contact that becomes known still makes an alert actionable (rule A12).");
    static final ConfigKey<BigDecimal> CONTROL_GROUP = rule(
            "abandonment.controlGroup",
            PERCENT,
            Limits.percentage(),
            "0%",
            "Share of customers whose reminders are withheld, to measure what reminders bring (rule A15).");

    static final List<ConfigKey<?>> ALL = Stream.of(
                    FORM.all(),
                    SEARCH.all(),
                    BROWSE.all(),
                    List.<ConfigKey<?>>of(BROWSE_VIEWS, BROWSE_TIME),
                    CART.all(),
                    CHECKOUT.all(),
                    PAYMENT_PENDING.all(),
                    List.<ConfigKey<?>>of(PENDING_CARD, PENDING_WALLET),
                    PAYMENT_FAILED.all(),
                    List.<ConfigKey<?>>of(
                            BASIS,
                            FREQUENCY_CAP,
                            COOL_DOWN,
                            MAX_ALERTS,
                            QUIET_AFTER_HIGHER,
                            RECOVERY_WINDOW,
                            RECOVERY_LINK,
                            CONSENT,
                            QUIET_FROM,
                            QUIET_TO,
                            REACHABLE_WITHIN,
                            CONTROL_GROUP))
            .<ConfigKey<?>>flatMap(List::stream)
            .toList();

    private AbandonmentKeys() {}

    /** The settings that every kind of abandonment has. */
    record KindKeys(
            ConfigKey<Duration> delay,
            ConfigKey<BigDecimal> minValue,
            ConfigKey<Duration> maxAge,
            ConfigKey<List<Duration>> steps) {

        private static KindKeys of(String kind, String delay, String maxAge) {
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
                            maxAge,
                            "How long after its deadline an alert may still be acted on (rule T6)."),
                    optionalRule(
                            prefix + "steps",
                            DURATIONS,
                            Limits.atMost(KindPolicy.MAX_STEPS),
                            "Further reminders, each so long after the deadline, such as 24h, 72h (rule A13)."));
        }

        private List<ConfigKey<?>> all() {
            return List.of(delay, minValue, maxAge, steps);
        }
    }
}
