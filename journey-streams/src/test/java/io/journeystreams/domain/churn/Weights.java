package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.SignalWeights.Base;
import io.journeystreams.domain.churn.SignalWeights.Weight;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Weights made up for tests: a signal of any kind adds 1.5, half of it after 30 days, to −2 in the first 90 days and −3 after. */
public final class Weights {

    public static final SignalWeights TRIAL = of(1.5);

    private Weights() {}

    /** @param each what a fresh signal of any kind adds */
    public static SignalWeights of(double each) {
        return of(each, Duration.ofDays(30));
    }

    public static SignalWeights of(double each, Duration halfLife) {
        Map<SignalKind, Weight> signals = Arrays.stream(SignalKind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> new Weight(each, halfLife)));
        return new SignalWeights(
                Duration.ofDays(30),
                List.of(new Base(Duration.ZERO, -2), new Base(Duration.ofDays(90), -3)),
                signals,
                "each-" + each);
    }
}
