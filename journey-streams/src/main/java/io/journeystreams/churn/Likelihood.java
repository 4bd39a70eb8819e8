package io.journeystreams.churn;

import io.journeystreams.domain.churn.model.ModelKind;
import io.journeystreams.domain.churn.model.Pace;
import java.util.List;
import java.util.Map;

/**
 * Log-likelihood of a sample under one kind of model, as a function of its parameters. What depends on days or numbers of
 * orders alone is worked out once for each, not once for each customer.
 */
final class Likelihood {

    private final Sample sample;
    private final ModelKind kind;
    private final int longestDays;
    private final int mostRepeats;

    Likelihood(Sample sample, ModelKind kind) {
        this.sample = sample;
        this.kind = kind;
        this.longestDays =
                sample.groups().stream().mapToInt(Sample.Group::ageDays).max().orElse(0);
        this.mostRepeats =
                sample.groups().stream().mapToInt(Sample.Group::repeats).max().orElse(0);
    }

    /** @param parameters in the order of the model's names */
    double of(List<Double> parameters) {
        double r = parameters.get(0);
        double alpha = parameters.get(1);
        double a = parameters.get(2);
        double b = parameters.get(3);
        double[] logClock = logClock(alpha, parameters);
        double[] logRates = logRates(r, alpha);
        double[] logStayed = logStayed(a, b);
        int first = kind.mayLeaveAtOnce() ? 1 : 0;
        double sum = 0;
        for (Sample.Group group : sample.groups()) {
            int stays = group.repeats() + first;
            double shape = r + group.repeats();
            double one = logRates[group.repeats()] + logStayed[stays] - shape * logClock[group.ageDays()];
            if (stays > 0) {
                double silence = shape * (logClock[group.ageDays()] - logClock[group.lastDays()]);
                one += logOfOneAndExp(Math.log(a / (b + stays - 1)) + silence);
            }
            sum += group.customers() * one;
        }
        return sum + logPaces(parameters);
    }

    /** Without overflow, however long somebody who bought often has been silent. */
    private static double logOfOneAndExp(double exponent) {
        return Math.max(exponent, 0) + Math.log1p(Math.exp(-Math.abs(exponent)));
    }

    private double[] logClock(double alpha, List<Double> parameters) {
        double[] logs = new double[longestDays + 1];
        for (int day = 0; day <= longestDays; day++) {
            double weeks = day / Sample.DAYS_A_WEEK;
            double clock = kind.isSlowing() ? pace(parameters).stretched(weeks) : weeks;
            logs[day] = Math.log(alpha + clock);
        }
        return logs;
    }

    private double[] logRates(double r, double alpha) {
        double[] logs = new double[mostRepeats + 1];
        logs[0] = r * Math.log(alpha);
        for (int repeats = 1; repeats <= mostRepeats; repeats++) {
            logs[repeats] = logs[repeats - 1] + Math.log(r + repeats - 1);
        }
        return logs;
    }

    private double[] logStayed(double a, double b) {
        double[] logs = new double[mostRepeats + 2];
        for (int stays = 1; stays < logs.length; stays++) {
            logs[stays] = logs[stays - 1] + Math.log((b + stays - 1) / (a + b + stays - 1));
        }
        return logs;
    }

    /** Weeks on the slowing clock are shorter than weeks: the density of each repeat order counts in weeks. */
    private double logPaces(List<Double> parameters) {
        if (!kind.isSlowing()) {
            return 0;
        }
        Pace pace = pace(parameters);
        double sum = 0;
        for (Map.Entry<Integer, Integer> repeats : sample.repeatsByTenure().entrySet()) {
            sum += repeats.getValue() * Math.log(pace.at(repeats.getKey() / Sample.DAYS_A_WEEK));
        }
        return sum;
    }

    private static Pace pace(List<Double> parameters) {
        return new Pace(parameters.get(4), parameters.get(5));
    }
}
