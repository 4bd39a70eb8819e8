package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentKind;
import io.journeystreams.domain.abandonment.ControlGroup;
import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.ModelKind;
import io.journeystreams.domain.event.ProfileKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules' settings for people who watch: seconds where a shop has minutes, hours or days. */
public final class DemoRules {

    public static final Duration CART_DELAY = Duration.ofSeconds(10);
    public static final Duration CHECKOUT_DELAY = Duration.ofSeconds(8);
    public static final Duration PAYMENT_DELAY = Duration.ofSeconds(6);
    /** After which a shopping that nobody goes on with is over. */
    public static final Duration MISSION_SILENCE = Duration.ofSeconds(90);

    /**
     * How customers buy and leave, so that there is something to judge them by: what Fader, Hardie and Lee (2005), "Counting Your Customers the
     * Easy Way", fitted to the buyers of CDNOW. A real shop fits its own (docs/churn.md).
     */
    public static final ChurnParameters CHURN_PARAMETERS = new ChurnParameters(
            ModelKind.BG_NBD,
            List.of(0.243, 4.414, 0.793, 2.426),
            ChurnParameters.EVERYBODY,
            12,
            new ChurnParameters.FittedOn(LocalDate.of(1997, 1, 1), LocalDate.of(1997, 9, 30), 2357, -9582.43));

    /** Decay at which a silence is worth an alert; the usual one. */
    static final double CHURN_LEVEL = 0.5;

    static final Duration CHURN_HOLD = Duration.ofSeconds(10);
    static final Duration INTEREST_DELAY = Duration.ofSeconds(12);
    static final Duration GRACE = Duration.ofSeconds(1);
    static final Duration IDLE_AFTER = Duration.ofSeconds(1);
    static final Duration SESSION_GAP = Duration.ofSeconds(20);
    static final Duration REVIEW_DELAY = Duration.ofSeconds(15);

    private static final String TENANT = "demo-shop";
    private static final int CONTROL_PERCENT = 10;
    private static final ControlGroup CONTROL_GROUP = new ControlGroup(BigDecimal.valueOf(CONTROL_PERCENT));

    /** Longer than any look: interest shows by looking twice alone. */
    private static final Duration NO_LOOK = Duration.ofDays(1);

    private static final Duration QUIET_AFTER_GOAL = Duration.ofSeconds(15);
    private static final Duration ASKED_AGAIN_WITHIN = Duration.ofSeconds(30);

    private DemoRules() {}

    /** By name, as in {@code journey.yaml}. */
    public static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("tenant", TENANT);
        settings.put("clock.grace", inSeconds(GRACE));
        settings.put("clock.idleAfter", inSeconds(IDLE_AFTER));
        settings.put("sessions.gap", inSeconds(SESSION_GAP));
        settings.put("abandonment.search.delay", inSeconds(INTEREST_DELAY));
        settings.put("abandonment.browse.delay", inSeconds(INTEREST_DELAY));
        settings.put("abandonment.browse.time", inSeconds(NO_LOOK));
        settings.put("abandonment.cart.delay", inSeconds(CART_DELAY));
        settings.put("abandonment.checkout.delay", inSeconds(CHECKOUT_DELAY));
        settings.put("abandonment.paymentFailed.delay", inSeconds(PAYMENT_DELAY));
        settings.put("abandonment.controlGroup", CONTROL_PERCENT + "%");
        settings.put("abandonment.recoveryLink", "https://shop.example/cart?alert={alertId}");
        settings.put("stages.silence", inSeconds(MISSION_SILENCE));
        settings.put("stages.quietAfterGoal", inSeconds(QUIET_AFTER_GOAL));
        settings.put("moments.reviewDelay", inSeconds(REVIEW_DELAY));
        settings.put("churn.hold", inSeconds(CHURN_HOLD));
        settings.put("service.repeatWithin", inSeconds(ASKED_AGAIN_WITHIN));
        for (ServiceChannel channel : ServiceChannel.values()) {
            settings.put("service." + channel.text() + ".promise", inSeconds(channel.promise()));
        }
        return settings;
    }

    static Duration delayOf(AbandonmentKind kind) {
        return switch (kind) {
            case CART -> CART_DELAY;
            case CHECKOUT -> CHECKOUT_DELAY;
            case PAYMENT_FAILED -> PAYMENT_DELAY;
            case SEARCH, BROWSE -> INTEREST_DELAY;
            case UNKNOWN, PAYMENT_PENDING, FORM ->
                throw new IllegalArgumentException("no shopper of the demo leaves a " + kind);
        };
    }

    /** Whether a customer's reminders are withheld, to measure what reminders bring (rule A15). */
    static boolean isInControlGroup(String profile) {
        return CONTROL_GROUP.contains(TENANT, new ProfileKey(profile));
    }

    private static String inSeconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
