package io.journeystreams.churn;

import io.journeystreams.churn.UnfittableException.Problem;
import io.journeystreams.domain.churn.model.ModelKind;
import io.journeystreams.domain.churn.model.PurchaseModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which model is taken, and what was known of the others. Each is fitted to the first two thirds of the time and foretells
 * who buys nothing in the last third. Of those whose log loss is within one standard error of the best (paired by customer)
 * the simplest is taken, among equally simple ones the one with the lowest loss. Nothing after the time of the fit is looked at.
 */
public record Choice(Fit taken, List<Candidate> candidates) {

    /** Larger cohorts are thinned out to about this many customers for what is compared or measured; the model taken is fitted to all. */
    private static final int ENOUGH_CUSTOMERS = 20_000;

    public Choice {
        candidates = List.copyOf(candidates);
    }

    /**
     * @param fit empty if the model does not converge
     * @param innerLogLoss mean over the customers of the first two thirds; empty without comparison
     * @param behind by how much that is more than the lowest
     * @param error standard error of {@code behind}
     */
    public record Candidate(
            ModelKind kind, Optional<Fit> fit, OptionalDouble innerLogLoss, double behind, double error) {

        boolean isNotBehind() {
            return behind <= error;
        }
    }

    private record Trial(ModelKind kind, Optional<Fit> fit, List<Double> losses) {

        double meanLoss() {
            return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
    }

    /** A model that was asked for. */
    static Choice only(ModelKind kind, Sample sample) throws UnfittableException {
        Fit fit = Fitter.fit(kind, sample);
        return new Choice(fit, List.of(new Candidate(kind, Optional.of(fit), OptionalDouble.empty(), 0, 0)));
    }

    /** @param cohort may hold orders after the end of the sample; they are not looked at */
    static Choice among(List<ModelKind> kinds, List<PurchaseDays> cohort, Sample sample) throws UnfittableException {
        List<PurchaseDays> some = thinned(cohort);
        Sample compared = some.size() == cohort.size() ? sample : Sample.before(sample.endDay(), some);
        List<Trial> trials = new ArrayList<>();
        for (ModelKind kind : kinds) {
            trials.add(trial(kind, some, compared));
        }
        Trial best = trials.stream()
                .filter(trial -> trial.fit.isPresent() && !trial.losses.isEmpty())
                .min(Comparator.comparingDouble(Trial::meanLoss))
                .orElseThrow(() -> new UnfittableException(
                        Problem.DIVERGED,
                        "no model converges on two thirds of the time: take more customers or a longer time, "
                                + "or choose one with --model"));
        List<Candidate> candidates =
                trials.stream().map(trial -> candidate(trial, best)).toList();
        Fit taken = candidates.stream()
                .filter(candidate ->
                        candidate.fit().isPresent() && candidate.innerLogLoss().isPresent() && candidate.isNotBehind())
                .min(Comparator.comparingInt((Candidate candidate) ->
                                candidate.kind().parameterNames().size())
                        .thenComparingDouble(
                                candidate -> candidate.innerLogLoss().orElseThrow()))
                .flatMap(Candidate::fit)
                .orElseThrow();
        return new Choice(
                compared.customers() == sample.customers() ? taken : Fitter.refine(taken, sample), candidates);
    }

    /** As it was compared; empty if it was not, or does not converge. */
    Optional<Fit> fitOf(ModelKind kind) {
        return candidates.stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .flatMap(Candidate::fit);
    }

    private static Trial trial(ModelKind kind, List<PurchaseDays> cohort, Sample sample) throws UnfittableException {
        int innerEnd = sample.firstDay() + sample.days() * 2 / 3;
        Sample inner = Sample.before(innerEnd, cohort);
        try {
            Fit fit = Fitter.fit(kind, sample);
            PurchaseModel model = Fitter.fit(kind, inner).model();
            return new Trial(
                    kind,
                    Optional.of(fit),
                    Holdout.foretold(cohort, innerEnd, sample.endDay(), Holdout.riskBy(model))
                            .logLosses());
        } catch (UnfittableException e) {
            if (e.problem() != Problem.DIVERGED) {
                throw e;
            }
            return new Trial(kind, Optional.empty(), List.of());
        }
    }

    static List<PurchaseDays> thinned(List<PurchaseDays> cohort) {
        int every = Math.max(1, cohort.size() / ENOUGH_CUSTOMERS);
        List<PurchaseDays> thinned = new ArrayList<>();
        for (int i = 0; i < cohort.size(); i += every) {
            thinned.add(cohort.get(i));
        }
        return thinned;
    }

    private static Candidate candidate(Trial trial, Trial best) {
        if (trial.losses.isEmpty()) {
            return new Candidate(trial.kind, trial.fit, OptionalDouble.empty(), 0, 0);
        }
        double behind = trial.meanLoss() - best.meanLoss();
        double squares = 0;
        for (int i = 0; i < trial.losses.size(); i++) {
            double difference = trial.losses.get(i) - best.losses.get(i) - behind;
            squares += difference * difference;
        }
        double error = Math.sqrt(squares) / trial.losses.size();
        return new Candidate(trial.kind, trial.fit, OptionalDouble.of(trial.meanLoss()), behind, error);
    }
}
