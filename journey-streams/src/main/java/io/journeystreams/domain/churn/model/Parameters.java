package io.journeystreams.domain.churn.model;

/** What all parameters have in common. */
final class Parameters {

    private Parameters() {}

    static void requirePositive(double... parameters) {
        for (double parameter : parameters) {
            if (!(parameter > 0) || Double.isInfinite(parameter)) {
                throw new IllegalArgumentException("parameters must be positive and finite: " + parameter);
            }
        }
    }
}
