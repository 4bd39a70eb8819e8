package io.journeystreams.churn;

import io.journeystreams.churn.ChurnFit.Request;
import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.PurchaseModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A model for everybody, one for each cohort that has enough orders for its own, and whether these are better.
 *
 * @param fitted the largest first
 * @param left those that the model for everybody judges, the largest first
 * @param comparisons of each that was fitted, then of everybody; empty if nothing was held out
 */
public record CohortFits(ChurnFit everybody, List<Fitted> fitted, List<Left> left, List<Comparison> comparisons) {

    private static final Comparator<Cohort> LARGEST_FIRST = Comparator.comparingInt(
                    (Cohort cohort) -> -cohort.customers().size())
            .thenComparing(cohort -> cohort.name().orElse(""));

    public CohortFits {
        fitted = List.copyOf(fitted);
        left = List.copyOf(left);
        comparisons = List.copyOf(comparisons);
    }

    public record Fitted(Cohort cohort, ChurnFit fit) {}

    /** @param why empty for customers of no cohort */
    public record Left(Cohort cohort, Optional<UnfittableException> why) {}

    /**
     * What was foretold of the same customers by both.
     *
     * @param byCohort by the model of each customer's cohort, by that for everybody where there is none
     * @param together by the model for everybody
     */
    public record Comparison(String name, Predictions byCohort, Predictions together) {}

    /**
     * @param customers all
     * @param cohorts the same, by cohort
     * @throws UnfittableException if there is no model for everybody
     */
    public static CohortFits of(List<PurchaseDays> customers, List<Cohort> cohorts, Request request)
            throws UnfittableException {
        Request together = request.withCohort(ChurnParameters.EVERYBODY);
        ChurnFit everybody = ChurnFit.of(customers, together);
        int dataEnd = ChurnFit.dataEnd(customers);
        List<Fitted> fitted = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (Cohort cohort : cohorts.stream().sorted(LARGEST_FIRST).toList()) {
            if (cohort.name().isEmpty()) {
                left.add(new Left(cohort, Optional.empty()));
                continue;
            }
            try {
                Request own = request.withCohort(cohort.name().get());
                fitted.add(new Fitted(cohort, ChurnFit.of(cohort.customers(), dataEnd, own)));
            } catch (UnfittableException e) {
                left.add(new Left(cohort, Optional.of(e)));
            }
        }
        List<Comparison> comparisons = everybody
                .holdout()
                .map(held -> compare(everybody, fitted, left, held))
                .orElse(List.of());
        return new CohortFits(everybody, fitted, left, comparisons);
    }

    private static List<Comparison> compare(ChurnFit everybody, List<Fitted> fitted, List<Left> left, Holdout held) {
        PurchaseModel together = everybody.parameters().model();
        List<Comparison> comparisons = new ArrayList<>();
        for (Fitted one : fitted) {
            comparisons.add(new Comparison(
                    one.fit().parameters().cohort(),
                    foretold(one.cohort(), one.fit().parameters().model(), held),
                    foretold(one.cohort(), together, held)));
        }
        List<Predictions> others =
                left.stream().map(one -> foretold(one.cohort(), together, held)).toList();
        comparisons.add(new Comparison(
                ChurnParameters.EVERYBODY,
                Predictions.joined(
                        comparisons.stream().map(Comparison::byCohort).toList(), others),
                Predictions.joined(
                        comparisons.stream().map(Comparison::together).toList(), others)));
        return comparisons;
    }

    private static Predictions foretold(Cohort cohort, PurchaseModel model, Holdout held) {
        return Holdout.foretold(cohort.customers(), held.fromDay(), held.toDay(), Holdout.riskBy(model));
    }
}
