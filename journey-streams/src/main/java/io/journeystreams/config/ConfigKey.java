package io.journeystreams.config;

import java.util.Locale;
import java.util.Optional;

/**
 * A setting that {@code journey.yaml} may hold: everything about it, in one place.
 *
 * @param name path in the file, joined by dots
 * @param defaultText as one would write it; empty if there is no default
 * @param sentence what it does, for the reference
 * @param use who it belongs to
 */
record ConfigKey<T>(
        String name, ValueType<T> type, Limits<T> limits, Optional<String> defaultText, String sentence, Use use) {

    /** Whether a setting changes what the outputs say or only where and how the processor runs. */
    enum Use {
        RULE,
        RUNTIME
    }

    static <T> ConfigKey<T> rule(
            String name, ValueType<T> type, Limits<T> limits, String defaultText, String sentence) {
        return new ConfigKey<>(name, type, limits, Optional.of(defaultText), sentence, Use.RULE);
    }

    static <T> ConfigKey<T> optionalRule(String name, ValueType<T> type, Limits<T> limits, String sentence) {
        return new ConfigKey<>(name, type, limits, Optional.empty(), sentence, Use.RULE);
    }

    static <T> ConfigKey<T> runtime(
            String name, ValueType<T> type, Limits<T> limits, String defaultText, String sentence) {
        return new ConfigKey<>(name, type, limits, Optional.of(defaultText), sentence, Use.RUNTIME);
    }

    static <T> ConfigKey<T> optionalRuntime(String name, ValueType<T> type, Limits<T> limits, String sentence) {
        return new ConfigKey<>(name, type, limits, Optional.empty(), sentence, Use.RUNTIME);
    }

    boolean isRule() {
        return use == Use.RULE;
    }

    /** {@code abandonment.paymentFailed.delay} is {@code JOURNEY_ABANDONMENT_PAYMENT_FAILED_DELAY}. */
    String environmentName() {
        return environmentName(name);
    }

    static String environmentName(String name) {
        return "JOURNEY_"
                + name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException whose message completes "expected …" */
    T read(String text) {
        T value = parse(text);
        if (!limits.holds().test(value)) {
            throw new IllegalArgumentException(expected());
        }
        return value;
    }

    String canonical(T value) {
        return type.canonical().apply(value);
    }

    /** Type and limits in words. */
    String expected() {
        return limits.expected().isEmpty() ? type.expected() : type.expected() + ", " + limits.expected();
    }

    private T parse(String text) {
        try {
            return type.parse().apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(expected(), e);
        }
    }
}
