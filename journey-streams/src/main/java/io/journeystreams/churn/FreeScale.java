package io.journeystreams.churn;

import io.journeystreams.domain.churn.model.ModelKind;
import java.util.List;
import java.util.stream.IntStream;

/** Parameters on a scale without bounds: logarithms, and log-odds of the share that the floor of the pace is. */
record FreeScale(ModelKind kind) {

    double[] free(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToDouble(i -> isShare(i) ? Math.log(values.get(i) / (1 - values.get(i))) : Math.log(values.get(i)))
                .toArray();
    }

    List<Double> values(double[] free) {
        return IntStream.range(0, free.length)
                .mapToObj(i -> isShare(i) ? 1 / (1 + Math.exp(-free[i])) : Math.exp(free[i]))
                .toList();
    }

    /** How fast the value grows with its place on this scale. */
    double slope(int index, double value) {
        return isShare(index) ? value * (1 - value) : value;
    }

    private boolean isShare(int index) {
        return kind.parameterNames().get(index).equals("floor");
    }
}
