package io.journeystreams.churn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was foretold of customers, held against what came.
 *
 * @param scores probability that nothing is bought, or anything that ranks by it
 * @param outcomes whether nothing was bought, of the same customers in the same order
 */
record Predictions(List<Double> scores, List<Boolean> outcomes) {

    static final int BINS = 10;

    private static final double NEARLY_NEVER = 1e-9;

    Predictions {
        scores = List.copyOf(scores);
        outcomes = List.copyOf(outcomes);
        if (scores.size() != outcomes.size() || scores.isEmpty()) {
            throw new IllegalArgumentException(scores.size() + " scores for " + outcomes.size() + " customers");
        }
    }

    /** Those of several groups of customers as those of one. */
    static Predictions joined(List<Predictions> some, List<Predictions> others) {
        List<Double> scores = new ArrayList<>();
        List<Boolean> outcomes = new ArrayList<>();
        Stream.concat(some.stream(), others.stream()).forEach(one -> {
            scores.addAll(one.scores);
            outcomes.addAll(one.outcomes);
        });
        return new Predictions(scores, outcomes);
    }

    /** One tenth of the customers by score: mean of what was foretold, share of what came. */
    record Bin(double predicted, double observed, int customers) {}

    /** Probability that of two customers, one with and one without an order, the right one has the higher score; ties are half. */
    double auc() {
        List<Integer> order = ascending();
        double ranks = 0;
        long silent = 0;
        int from = 0;
        while (from < order.size()) {
            int to = from;
            int silentHere = 0;
            while (to < order.size() && scores.get(order.get(to)).equals(scores.get(order.get(from)))) {
                silentHere += outcomes.get(order.get(to)) ? 1 : 0;
                to++;
            }
            ranks += silentHere * (from + 1 + to) / 2.0;
            silent += silentHere;
            from = to;
        }
        return (ranks - silent * (silent + 1) / 2.0) / (silent * (double) (scores.size() - silent));
    }

    /** Mean squared difference of probability and outcome; lower is better. */
    double brier() {
        double sum = 0;
        for (int i = 0; i < scores.size(); i++) {
            double difference = scores.get(i) - outcome(i);
            sum += difference * difference;
        }
        return sum / scores.size();
    }

    /** Surprise at each outcome: minus the logarithm of the probability that it was given. */
    List<Double> logLosses() {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            double given = outcomes.get(i) ? scores.get(i) : 1 - scores.get(i);
            losses.add(-Math.log(Math.max(given, NEARLY_NEVER)));
        }
        return losses;
    }

    /** Ten bins of equal numbers of customers, by rising score. */
    List<Bin> bins() {
        List<Integer> order = ascending();
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            List<Integer> members = order.subList(order.size() * bin / BINS, order.size() * (bin + 1) / BINS);
            if (!members.isEmpty()) {
                bins.add(new Bin(
                        members.stream().mapToDouble(scores::get).average().orElseThrow(),
                        members.stream().mapToDouble(this::outcome).average().orElseThrow(),
                        members.size()));
            }
        }
        return bins;
    }

    /** Expected calibration error: over the bins, how far what was foretold lies from what came, weighed by customers. */
    double calibrationError() {
        return bins().stream()
                        .mapToDouble(bin -> bin.customers() * Math.abs(bin.predicted() - bin.observed()))
                        .sum()
                / scores.size();
    }

    double observedShare() {
        return outcomes.stream().filter(outcome -> outcome).count() / (double) outcomes.size();
    }

    private double outcome(int index) {
        return outcomes.get(index) ? 1 : 0;
    }

    private List<Integer> ascending() {
        return Stream.iterate(0, i -> i + 1)
                .limit(scores.size())
                .sorted(Comparator.comparingDouble(scores::get))
                .toList();
    }
}
