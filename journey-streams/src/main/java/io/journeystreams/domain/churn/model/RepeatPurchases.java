package io.journeystreams.domain.churn.model;

/**
 * What a customer has bought, as models of repeat buying see it (rule C1). Orders of one day count once; time runs from the first.
 *
 * @param repeats days with an order after the first one (x)
 * @param lastWeeks from the first order to the last, weeks (t_x); 0 without repeats
 * @param ageWeeks from the first order until now, weeks (T); not before the last order
 */
public record RepeatPurchases(int repeats, double lastWeeks, double ageWeeks) {

    public RepeatPurchases {
        if (repeats < 0 || !(lastWeeks >= 0) || !(ageWeeks >= lastWeeks)) {
            throw new IllegalArgumentException(
                    "no history of purchases: x " + repeats + ", t_x " + lastWeeks + ", T " + ageWeeks);
        }
        if (repeats == 0 && lastWeeks > 0) {
            throw new IllegalArgumentException("without repeats the last order is the first: t_x " + lastWeeks);
        }
    }

    RepeatPurchases at(double weeks) {
        return new RepeatPurchases(repeats, lastWeeks, weeks);
    }
}
