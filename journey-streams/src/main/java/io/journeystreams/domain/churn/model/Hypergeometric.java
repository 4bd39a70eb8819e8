package io.journeystreams.domain.churn.model;

/** Gauss' hypergeometric function by its series, for arguments from 0 to below 1. */
final class Hypergeometric {

    private static final double PRECISION = 1e-15;
    private static final int TERMS = 100_000;
    private static final double NEARLY_ZERO = 1e-6;

    private Hypergeometric() {}

    static double of(double a, double b, double c, double z) {
        double sum = 1;
        double term = 1;
        for (int n = 0; n < TERMS && Math.abs(term) > PRECISION * Math.abs(sum); n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }

    /** What is divided by and goes to its limit at 0 is kept off it; the error is of the same size. */
    static double awayFromZero(double value) {
        return Math.abs(value) < NEARLY_ZERO ? NEARLY_ZERO : value;
    }
}
