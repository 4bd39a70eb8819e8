package io.journeystreams.churn;

import io.journeystreams.churn.UnfittableException.Problem;
import io.journeystreams.domain.churn.model.ChurnParameters;
import io.journeystreams.domain.churn.model.ChurnParameters.FittedOn;
import io.journeystreams.domain.churn.model.ModelKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A model fitted to the orders of a cohort and, where a part of them was held out, how good it is.
 *
 * @param holdout empty if nothing was held out
 */
public record ChurnFit(ChurnParameters parameters, Choice choice, Optional<Holdout> holdout) {

    /**
     * @param model empty to choose among all
     * @param holdoutFrom first day that is not fitted to
     */
    public record Request(
            String cohort, double horizonWeeks, Optional<ModelKind> model, Optional<LocalDate> holdoutFrom) {

        Request withCohort(String other) {
            return new Request(other, horizonWeeks, model, holdoutFrom);
        }
    }

    /** @throws UnfittableException if the orders do not allow it */
    public static ChurnFit of(List<PurchaseDays> cohort, Request request) throws UnfittableException {
        return of(cohort, dataEnd(cohort), request);
    }

    /** The first day of which nothing is known. */
    static int dataEnd(List<PurchaseDays> customers) {
        return customers.stream().mapToInt(PurchaseDays::last).max().orElse(0) + 1;
    }

    /** @param dataEnd of all customers: who is not in the data until then has bought nothing */
    static ChurnFit of(List<PurchaseDays> cohort, int dataEnd, Request request) throws UnfittableException {
        int end = request.holdoutFrom()
                .map(day -> Math.toIntExact(day.toEpochDay()))
                .orElse(dataEnd);
        if (request.holdoutFrom().isPresent() && end >= dataEnd && !cohort.isEmpty()) {
            throw new UnfittableException(
                    Problem.NOTHING_HELD_OUT,
                    "there are no orders from " + LocalDate.ofEpochDay(end) + " on; the last is of "
                            + LocalDate.ofEpochDay(dataEnd - 1L) + ": say an earlier --holdout");
        }
        Sample sample = Sample.before(end, cohort);
        Choice choice = choose(cohort, sample, request);
        Optional<Holdout> holdout = Optional.empty();
        if (request.holdoutFrom().isPresent()) {
            Fit plain =
                    choice.taken().kind() == ModelKind.BG_NBD ? choice.taken() : Fitter.fit(ModelKind.BG_NBD, sample);
            holdout = Optional.of(
                    Holdout.of(choice.taken().model(), plain.model(), Choice.thinned(cohort), end, dataEnd));
        }
        return new ChurnFit(parameters(choice.taken(), sample, request), choice, holdout);
    }

    private static Choice choose(List<PurchaseDays> cohort, Sample sample, Request request) throws UnfittableException {
        return request.model().isPresent()
                ? Choice.only(request.model().get(), sample)
                : Choice.among(List.of(ModelKind.values()), cohort, sample);
    }

    private static ChurnParameters parameters(Fit fit, Sample sample, Request request) {
        FittedOn fittedOn = new FittedOn(
                LocalDate.ofEpochDay(sample.firstDay()),
                LocalDate.ofEpochDay(sample.endDay() - 1L),
                sample.customers(),
                fit.logLikelihood());
        return new ChurnParameters(fit.kind(), fit.values(), request.cohort(), request.horizonWeeks(), fittedOn);
    }
}
