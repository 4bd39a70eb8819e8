package io.journeystreams.domain.churn.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Parameters of one cohort, as they were fitted. Their version, which scores name, derives from all of this.
 *
 * @param values in the order of the model's names
 * @param cohort whose orders they come from
 * @param horizonWeeks how far ahead an order is expected, positive
 */
public record ChurnParameters(
        ModelKind kind, List<Double> values, String cohort, double horizonWeeks, FittedOn fittedOn) {

    /** The cohort of all customers. */
    public static final String EVERYBODY = "all";

    public ChurnParameters {
        values = List.copyOf(values);
        Parameters.requirePositive(horizonWeeks);
        kind.model(values);
    }

    /**
     * The orders they come from.
     *
     * @param from day of the first order
     * @param to last day that was looked at, inclusive
     * @param logLikelihood of these orders under the parameters
     */
    public record FittedOn(LocalDate from, LocalDate to, int customers, double logLikelihood) {

        public FittedOn {
            if (to.isBefore(from) || customers <= 0 || Double.isNaN(logLikelihood)) {
                throw new IllegalArgumentException(
                        "nothing was fitted from " + from + " to " + to + " on " + customers + " customers");
            }
        }
    }

    /** The same fit, looking as far ahead as this. */
    public ChurnParameters withHorizonWeeks(double weeks) {
        return new ChurnParameters(kind, values, cohort, weeks, fittedOn);
    }

    public PurchaseModel model() {
        return kind.model(values);
    }

    public Decay decay() {
        return new Decay(model(), horizonWeeks);
    }
}
