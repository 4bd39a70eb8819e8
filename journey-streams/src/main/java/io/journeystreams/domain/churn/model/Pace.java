package io.journeystreams.domain.churn.model;

/**
 * How fast customers buy, by the time since their first order, compared with the days right after it: {@code floor + (1 − floor) ·
 * e^(−t/weeks)}. New customers buy eagerly, and slow down without leaving; a model at constant pace takes that for leaving.
 *
 * @param floor the pace that remains, above 0, at most 1 (no slowing)
 * @param weeks until what passes has gone down to 37 %
 */
public record Pace(double floor, double weeks) {

    public Pace {
        Parameters.requirePositive(floor, weeks);
        if (floor > 1) {
            throw new IllegalArgumentException("customers slow down, or keep their pace: " + floor);
        }
    }

    /** Weeks at the first pace in which as much is bought as in these weeks since the first order. Concave. */
    public double stretched(double weeksSinceFirst) {
        return floor * weeksSinceFirst + (1 - floor) * weeks * -Math.expm1(-weeksSinceFirst / weeks);
    }

    /** The pace at one time, from 1 down to the floor. */
    public double at(double weeksSinceFirst) {
        return floor + (1 - floor) * Math.exp(-weeksSinceFirst / weeks);
    }
}
