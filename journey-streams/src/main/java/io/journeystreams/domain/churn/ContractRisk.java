package io.journeystreams.domain.churn;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The risk that a contract ends, as signals have it (rule C2):
 *
 * <pre>
 *   risk = 1 / (1 + e^−x),   x = base(tenure) + Σ weight · 2^(−age / half-life)
 * </pre>
 *
 * Weights are 0 or more: until the next signal, or the next step of the base, it only falls.
 */
record ContractRisk(RunningContract contract, SignalWeights weights) {

    /** Nobody is waited for longer. */
    private static final Duration FOREVER = Duration.ofDays(36_525);

    private static final long FIRST_STRETCH_MS = Duration.ofHours(1).toMillis();

    double at(long ms) {
        return 1 / (1 + Math.exp(-logOddsAt(ms)));
    }

    double baseAt(long ms) {
        return weights.baseAt(contract.tenureMs(ms));
    }

    /** What all signals of a kind add to the log-odds. */
    double contribution(SignalKind kind, long ms) {
        return contract.signals().all().stream()
                .filter(signal -> signal.kind() == kind)
                .mapToDouble(signal -> weightOf(signal, ms))
                .sum();
    }

    /** When the base changes next, epoch milliseconds. */
    OptionalLong nextStepAfter(long ms) {
        OptionalLong step = weights.nextStepMs(contract.tenureMs(ms));
        return step.isEmpty() ? step : OptionalLong.of(contract.startedAtMs() + step.getAsLong());
    }

    /**
     * The first millisecond from {@code fromMs} on at which the risk is below a level: enclosed by stretches that double, then halved.
     * Empty if it is not before the base changes.
     */
    OptionalLong firstBelow(double level, long fromMs) {
        if (at(fromMs) < level) {
            return OptionalLong.of(fromMs);
        }
        long lastMs = nextStepAfter(fromMs).orElse(fromMs + FOREVER.toMillis()) - 1;
        long above = fromMs;
        long stretchMs = FIRST_STRETCH_MS;
        long below = Math.min(lastMs, fromMs + stretchMs);
        while (at(below) >= level) {
            if (below == lastMs) {
                return OptionalLong.empty();
            }
            above = below;
            stretchMs *= 2;
            below = Math.min(lastMs, above + stretchMs);
        }
        return OptionalLong.of(halved(level, above, below));
    }

    private long halved(double level, long fromMs, long toMs) {
        long above = fromMs;
        long below = toMs;
        while (below - above > 1) {
            long middle = above + (below - above) / 2;
            if (at(middle) < level) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private double logOddsAt(long ms) {
        return baseAt(ms)
                + contract.signals().all().stream()
                        .mapToDouble(signal -> weightOf(signal, ms))
                        .sum();
    }

    private double weightOf(Signal signal, long ms) {
        return weights.of(signal.kind())
                .map(weight -> weight.at(Math.max(0, ms - signal.atMs())))
                .orElse(0.0);
    }
}
