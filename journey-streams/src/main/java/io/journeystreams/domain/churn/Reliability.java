package io.journeystreams.domain.churn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well forecasts agree with what happened (rule C5).
 *
 * @param bins by predicted risk, ten of the same width from 0 to 1
 * @param squaredError sum over forecasts of (risk − outcome)²
 * @param recentBias mean of risk − outcome, the latest forecasts counting most: one that is {@link #RECENT} back counts 37 %
 */
public record Reliability(List<Bin> bins, double squaredError, double recentBias) {

    public static final int BINS = 10;

    /** Over how many forecasts the drift is looked for. */
    public static final int RECENT = 1_000;

    public static final Reliability NONE = new Reliability(Collections.nCopies(BINS, Bin.EMPTY), 0, 0);

    public Reliability {
        bins = List.copyOf(bins);
        if (bins.size() != BINS) {
            throw new IllegalArgumentException("there are " + BINS + " bins: " + bins.size());
        }
    }

    /**
     * @param settled forecasts
     * @param left of these, followed by nothing
     * @param predicted sum of their risks
     */
    public record Bin(long settled, long left, double predicted) {

        public static final Bin EMPTY = new Bin(0, 0, 0);

        private Bin plus(Bin other, int sign) {
            return new Bin(
                    settled + sign * other.settled, left + sign * other.left, predicted + sign * other.predicted);
        }
    }

    public long settled() {
        return bins.stream().mapToLong(Bin::settled).sum();
    }

    /** Mean squared error of the risk, 0 (always right) to 1; empty before anything is settled. */
    public OptionalDouble brierScore() {
        return perForecast(squaredError);
    }

    /** Expected calibration error: what predicted and observed shares differ by in a bin, weighted by forecasts; 0 to 1. */
    public OptionalDouble calibrationError() {
        return perForecast(bins.stream()
                .mapToDouble(bin -> Math.abs(bin.predicted() - bin.left()))
                .sum());
    }

    /** What was predicted too much of late: {@link #recentBias}; empty before anything is settled. */
    public OptionalDouble drift() {
        return settled() == 0 ? OptionalDouble.empty() : OptionalDouble.of(recentBias);
    }

    /** @param risk predicted, 0 to 1 */
    public Reliability with(double risk, boolean left) {
        double bias = risk - (left ? 1 : 0);
        double weight = Math.max(1.0 / RECENT, 1.0 / (settled() + 1));
        return changed(risk, left, 1).drifting(recentBias + weight * (bias - recentBias));
    }

    /** Takes a forecast out again; the recent bias forgets it in time. */
    public Reliability without(double risk, boolean left) {
        return changed(risk, left, -1);
    }

    /** Of two sets of forecasts. */
    public Reliability plus(Reliability other) {
        List<Bin> sums = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            sums.add(bins.get(i).plus(other.bins.get(i), 1));
        }
        double all = Math.max(1, settled() + other.settled());
        double bias = (recentBias * settled() + other.recentBias * other.settled()) / all;
        return new Reliability(sums, squaredError + other.squaredError, bias);
    }

    private Reliability changed(double risk, boolean left, int sign) {
        double bias = risk - (left ? 1 : 0);
        int place = Math.min(BINS - 1, (int) (risk * BINS));
        List<Bin> next = new ArrayList<>(bins);
        next.set(place, bins.get(place).plus(new Bin(1, left ? 1 : 0, risk), sign));
        return new Reliability(next, squaredError + sign * bias * bias, recentBias);
    }

    private Reliability drifting(double bias) {
        return new Reliability(bins, squaredError, bias);
    }

    private OptionalDouble perForecast(double sum) {
        return settled() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / settled());
    }
}
