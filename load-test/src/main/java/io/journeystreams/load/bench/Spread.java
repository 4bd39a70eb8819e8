package io.journeystreams.load.bench;

import java.util.List;
import java.util.stream.IntStream;

/** A figure of several rounds: the median, and how far they lie apart. */
public record Spread(double median, double least, double most) {

    /** @throws IllegalArgumentException if there is none */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a spread needs at least one value");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Of the ratios round by round: what disturbs the machine for a while disturbs both. */
    public static Spread ofRatios(List<Double> dividends, List<Double> divisors) {
        if (dividends.size() != divisors.size()) {
            throw new IllegalArgumentException("not of the same rounds: " + dividends + " and " + divisors);
        }
        return of(IntStream.range(0, dividends.size())
                .mapToObj(round -> dividends.get(round) / divisors.get(round))
                .toList());
    }
}
