package io.journeystreams.domain.abandonment;

import io.journeystreams.domain.interest.InterestPolicy;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the abandonment rules.
 *
 * @param kinds settings of every kind
 * @param basis whose activity restarts a delay (rule A2)
 * @param frequencyCap at most one alert to be acted on per customer in this time (gate CAPPED of rule A11)
 * @param coolDown no second alert on a subject sooner after the first (rule A10)
 * @param maxAlerts alerts per subject (rule A10)
 * @param quietAfterHigher lower kinds are quiet this long after an alert of a higher one (rule A3)
 * @param recoveryWindow how long after its deadline an alert can be recovered; then it expires (rule A1)
 * @param pendingDelays how long the money of an order may take, by method; stands for the delay of PAYMENT_PENDING
 * @param interest when a product has been looked at (kind BROWSE)
 * @param action who may be acted on, and when
 * @param recoveryLink template of the link back to the cart; {@code {alertId}} stands for the id (rule A16)
 */
public record AbandonmentPolicy(
        Map<Kind, KindPolicy> kinds,
        Basis basis,
        Duration frequencyCap,
        Duration coolDown,
        int maxAlerts,
        Duration quietAfterHigher,
        Duration recoveryWindow,
        Map<PaymentMethod, Duration> pendingDelays,
        InterestPolicy interest,
        ActionPolicy action,
        Optional<String> recoveryLink) {

    /** Stands for the alert's id in the template of the recovery link. */
    public static final String ALERT_ID = "{alertId}";

    public AbandonmentPolicy {
        kinds = Map.copyOf(kinds);
        for (Kind kind : Kind.values()) {
            if (!kinds.containsKey(kind)) {
                throw new IllegalArgumentException("no settings for " + kind);
            }
        }
        pendingDelays = Map.copyOf(pendingDelays);
        for (PaymentMethod method : PaymentMethod.values()) {
            if (!pendingDelays.containsKey(method)) {
                throw new IllegalArgumentException("no delay for " + method);
            }
        }
        for (KindPolicy kind : kinds.values()) {
            if (kind.steps().stream().anyMatch(step -> step.compareTo(recoveryWindow) >= 0)) {
                throw new IllegalArgumentException(
                        "steps must be shorter than recoveryWindow, " + recoveryWindow + ": " + kind.steps());
            }
        }
        if (maxAlerts < 1) {
            throw new IllegalArgumentException("maxAlerts must be at least 1: " + maxAlerts);
        }
        if (recoveryWindow.isNegative() || recoveryWindow.isZero()) {
            throw new IllegalArgumentException("recoveryWindow must be positive: " + recoveryWindow);
        }
        if (recoveryLink.isPresent() && !recoveryLink.get().contains(ALERT_ID)) {
            throw new IllegalArgumentException("recoveryLink must contain " + ALERT_ID + ": " + recoveryLink.get());
        }
    }

    public static AbandonmentPolicy defaults() {
        Map<Kind, KindPolicy> kinds = new EnumMap<>(Kind.class);
        kinds.put(Kind.FORM, KindPolicy.ofDelay(Duration.ofMinutes(30)));
        kinds.put(Kind.SEARCH, KindPolicy.of(Duration.ofMinutes(60), Duration.ofHours(6)));
        kinds.put(Kind.BROWSE, KindPolicy.of(Duration.ofMinutes(60), Duration.ofHours(6)));
        kinds.put(Kind.CART, KindPolicy.ofDelay(Duration.ofMinutes(60)));
        kinds.put(Kind.CHECKOUT, KindPolicy.ofDelay(Duration.ofMinutes(30)));
        kinds.put(Kind.PAYMENT_FAILED, KindPolicy.ofDelay(Duration.ofMinutes(15)));
        kinds.put(Kind.PAYMENT_PENDING, KindPolicy.ofDelay(Duration.ofDays(7)));
        return new AbandonmentPolicy(
                kinds,
                Basis.CUSTOMER,
                Duration.ofHours(24),
                Duration.ofHours(24),
                3,
                Duration.ofHours(48),
                Duration.ofDays(30),
                Map.of(
                        PaymentMethod.CARD, Duration.ofMinutes(30),
                        PaymentMethod.WALLET, Duration.ofMinutes(60),
                        PaymentMethod.TRANSFER, Duration.ofDays(7)),
                InterestPolicy.defaults(),
                ActionPolicy.defaults(),
                Optional.empty());
    }

    /** No alert waits longer than this to be published. */
    public Duration longestMaxAge() {
        return kinds.values().stream()
                .map(KindPolicy::maxAge)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public KindPolicy of(Kind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }

    /** An order whose method is not known may take the longest. */
    Duration delayOf(Subject subject) {
        if (subject.kind() != Kind.PAYMENT_PENDING) {
            return of(subject.kind()).delay();
        }
        PaymentMethod method = subject.about().progress().method().orElse(PaymentMethod.TRANSFER);
        return Objects.requireNonNull(pendingDelays.get(method));
    }

    /** Whose activity restarts a delay (rule A2). */
    public enum Basis {
        /** Any interactive activity of the customer, on any device. */
        CUSTOMER,
        /** Only what is done to the subject itself. */
        SUBJECT
    }
}
