package io.journeystreams.churn;

import io.journeystreams.churn.Choice.Candidate;
import io.journeystreams.churn.Holdout.Score;
import io.journeystreams.domain.churn.model.RepeatPurchases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fit in tables of text. */
public final class FitReport {

    private final List<String> lines = new ArrayList<>();

    private FitReport() {}

    public static List<String> of(ChurnFit fit) {
        FitReport report = new FitReport();
        report.candidates(fit.choice());
        report.parameters(fit);
        fit.holdout().ifPresent(report::holdout);
        return List.copyOf(report.lines);
    }

    /** Name and value of a score's measures, as text; what only ranks has no more than its AUC. */
    static List<String> measures(Score score) {
        String auc = text("%.4f", score.predictions().auc());
        return score.isProbability()
                ? List.of(
                        auc,
                        text("%.4f", score.predictions().brier()),
                        text("%.4f", score.predictions().calibrationError()))
                : List.of(auc, "", "");
    }

    static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private void candidates(Choice choice) {
        line("%-16s  %12s  %10s  %10s  %10s  %8s", "model", "log-lik.", "AIC", "BIC", "inner loss", "behind");
        for (Candidate candidate : choice.candidates()) {
            if (candidate.fit().isEmpty()) {
                line("%-16s  does not converge", candidate.kind().key());
                continue;
            }
            Fit fit = candidate.fit().get();
            String inner = candidate.innerLogLoss().isPresent()
                    ? text(
                            "%10.5f  %8.5f (s.e. %.5f)",
                            candidate.innerLogLoss().getAsDouble(), candidate.behind(), candidate.error())
                    : "";
            line(
                    "%-16s  %12.2f  %10.2f  %10.2f  %s",
                    fit.kind().key(), fit.logLikelihood(), fit.aic(), fit.bic(), inner);
        }
        if (choice.candidates().size() > 1) {
            line(
                    "taken: %s, the simplest of those whose inner loss is within one standard error of the lowest; "
                            + "compared on %d customers",
                    choice.taken().kind().key(),
                    choice.candidates().stream()
                            .flatMap(candidate -> candidate.fit().stream())
                            .mapToInt(Fit::customers)
                            .max()
                            .orElse(0));
        }
        line("");
    }

    private void parameters(ChurnFit result) {
        Fit fit = result.choice().taken();
        line("%-16s  %12s  %12s", fit.kind().key(), "value", "std. error");
        for (int i = 0; i < fit.values().size(); i++) {
            String name = fit.kind().parameterNames().get(i);
            line(
                    "  %-14s  %12.6f  %12.6f",
                    name, fit.values().get(i), fit.standardErrors().get(i));
        }
        line(
                "%d customers, %s to %s, weeks; log-likelihood %.4f",
                fit.customers(),
                result.parameters().fittedOn().from(),
                result.parameters().fittedOn().to(),
                fit.logLikelihood());
        RepeatPurchases once = new RepeatPurchases(0, 0, 0);
        double horizon = result.parameters().horizonWeeks();
        line(
                "a new customer: %.4f orders expected in %.4g weeks, risk of none %.4f; silence until decay 0.5: %s, 0.75: %s",
                fit.model().expectedOrders(once, horizon),
                horizon,
                fit.model().risk(once, horizon),
                silence(result, 0.5),
                silence(result, 0.75));
    }

    private static String silence(ChurnFit result, double level) {
        return result.parameters().decay().silenceUntil(level, 0, 0).stream()
                .mapToObj(weeks -> text("%.2f weeks", weeks))
                .findFirst()
                .orElse("never");
    }

    private void holdout(Holdout holdout) {
        Predictions risk = holdout.scores().get(0).predictions();
        line("");
        line(
                "hold-out         %s to %s, %.4g weeks; %d customers, %.2f %% of them without an order",
                LocalDate.ofEpochDay(holdout.fromDay()),
                LocalDate.ofEpochDay(holdout.toDay() - 1L),
                holdout.length(),
                risk.scores().size(),
                100 * risk.observedShare());
        line("%-22s  %8s  %8s  %12s", "score", "AUC", "Brier", "calibration");
        holdout.scores().forEach(score -> {
            List<String> measures = measures(score);
            line("%-22s  %8s  %8s  %12s", score.name(), measures.get(0), measures.get(1), measures.get(2));
        });
        line("calibration: expected calibration error over ten bins of equal numbers of customers");
        line("");
        line("%-4s  %9s  %9s  %9s", "bin", "customers", "risk", "without");
        List<Predictions.Bin> bins = risk.bins();
        for (int i = 0; i < bins.size(); i++) {
            Predictions.Bin bin = bins.get(i);
            line("%-4d  %9d  %9.4f  %9.4f", i + 1, bin.customers(), bin.predicted(), bin.observed());
        }
        line("");
        line("%-4s  %9s  %9s", "week", "expected", "actual");
        holdout.weeks().forEach(week -> line("%-4d  %9.1f  %9d", week.number(), week.expected(), week.actual()));
        line("%-4s  %9.1f  %9d", "all", holdout.expectedOrders(), holdout.actualOrders());
    }

    private void line(String form, Object... values) {
        lines.add(text(form, values).stripTrailing());
    }
}
