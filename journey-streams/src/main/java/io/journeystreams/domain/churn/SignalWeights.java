package io.journeystreams.domain.churn;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What signals weigh (rule C2).
 *
 * @param horizon how far ahead the end of a contract is foretold
 * @param base log-odds without any signal, by tenure; the first from the beginning, ascending
 * @param signals those that count
 * @param version equal for equal weights, named with every score
 */
public record SignalWeights(Duration horizon, List<Base> base, Map<SignalKind, Weight> signals, String version) {

    public SignalWeights {
        base = base.stream().sorted(Comparator.comparing(Base::from)).toList();
        Map<SignalKind, Weight> ordered = new EnumMap<>(SignalKind.class);
        ordered.putAll(signals);
        signals = Map.copyOf(ordered);
        if (!isPositive(horizon)) {
            throw new IllegalArgumentException("horizon must be positive: " + horizon);
        }
        if (base.isEmpty() || !base.get(0).from().isZero()) {
            throw new IllegalArgumentException("base must begin with a tenure of 0");
        }
        if (base.stream().map(Base::from).distinct().count() < base.size()) {
            throw new IllegalArgumentException("base must say each tenure once: " + base);
        }
    }

    /**
     * @param from tenure from which on it holds
     * @param logOdds natural logarithm of risk/(1 − risk)
     */
    public record Base(Duration from, double logOdds) {

        public Base {
            if (from.isNegative() || !Double.isFinite(logOdds)) {
                throw new IllegalArgumentException("base must be finite, from 0 on: " + logOdds + " from " + from);
            }
        }
    }

    /**
     * @param weight log-odds that a fresh signal adds, 0 or more
     * @param halfLife after which it adds half of that
     */
    public record Weight(double weight, Duration halfLife) {

        public Weight {
            if (!(weight >= 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("weight must be 0 or more: " + weight);
            }
            if (!isPositive(halfLife)) {
                throw new IllegalArgumentException("halfLife must be positive: " + halfLife);
            }
        }

        /** @param ageMs milliseconds, 0 or more */
        double at(long ageMs) {
            return weight * Math.pow(2, -(double) ageMs / halfLife.toMillis());
        }
    }

    Optional<Weight> of(SignalKind kind) {
        return Optional.ofNullable(signals.get(kind));
    }

    /** @param tenureMs milliseconds, 0 or more */
    double baseAt(long tenureMs) {
        return base.stream()
                .filter(step -> step.from().toMillis() <= tenureMs)
                .reduce((one, later) -> later)
                .orElseThrow()
                .logOdds();
    }

    /** The next tenure at which the base changes, milliseconds. */
    OptionalLong nextStepMs(long tenureMs) {
        return base.stream()
                .mapToLong(step -> step.from().toMillis())
                .filter(fromMs -> fromMs > tenureMs)
                .findFirst();
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
