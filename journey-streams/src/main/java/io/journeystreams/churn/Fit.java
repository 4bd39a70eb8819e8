package io.journeystreams.churn;

import io.journeystreams.domain.churn.model.ModelKind;
import io.journeystreams.domain.churn.model.PurchaseModel;
import java.util.List;

/**
 * A model at its highest likelihood.
 *
 * @param values in the order of the model's names
 * @param standardErrors of the values, from the observed information
 */
public record Fit(
        ModelKind kind, List<Double> values, List<Double> standardErrors, double logLikelihood, int customers) {

    public Fit {
        values = List.copyOf(values);
        standardErrors = List.copyOf(standardErrors);
    }

    public PurchaseModel model() {
        return kind.model(values);
    }

    /** Akaike's criterion; lower is better. */
    public double aic() {
        return 2 * values.size() - 2 * logLikelihood;
    }

    /** Schwarz's criterion; lower is better. */
    public double bic() {
        return values.size() * Math.log(customers) - 2 * logLikelihood;
    }
}
