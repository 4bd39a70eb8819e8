package io.journeystreams.churn;

import io.journeystreams.churn.CohortFits.Comparison;
import io.journeystreams.churn.CohortFits.Fitted;
import io.journeystreams.churn.CohortFits.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Fits of cohorts in tables of text: each fit, who is left to the model for everybody, and what is gained. */
public final class CohortReport {

    /** Cohorts that are named of those that have no model; what tells customers apart may be one of a kind. */
    private static final int MOST_LEFT = 20;

    private CohortReport() {}

    public static List<String> of(CohortFits fits) {
        List<String> lines = new ArrayList<>();
        lines.add("cohort all: everybody");
        lines.addAll(FitReport.of(fits.everybody()));
        fits.fitted().forEach(one -> lines.addAll(lines(one)));
        lines.addAll(left(fits.left()));
        lines.addAll(comparisons(fits.comparisons()));
        return lines;
    }

    private static List<String> lines(Fitted one) {
        return Stream.concat(
                        Stream.of("", "cohort " + one.fit().parameters().cohort()), FitReport.of(one.fit()).stream())
                .toList();
    }

    private static List<String> left(List<Left> left) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        left.stream().limit(MOST_LEFT).map(CohortReport::line).forEach(lines::add);
        if (left.size() > MOST_LEFT) {
            lines.add(FitReport.text("left to all      %d more cohorts, all smaller", left.size() - MOST_LEFT));
        }
        return left.isEmpty() ? List.of() : lines;
    }

    private static String line(Left one) {
        String why = one.why()
                .map(e -> e.problem().name().toLowerCase(Locale.ROOT) + ": " + e.getMessage())
                .orElse("their first order says nothing");
        return FitReport.text(
                "left to all      %s, %d customers; %s",
                one.cohort().name().orElse("(none)"), one.cohort().customers().size(), why);
    }

    private static List<String> comparisons(List<Comparison> comparisons) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("risk by the model of the cohort, and by that of all, for the same customers of the hold-out");
        lines.add(FitReport.text(
                "%-22s  %9s  %8s %8s  %8s %8s  %8s %8s",
                "cohort", "customers", "AUC", "all", "Brier", "all", "calibr.", "all"));
        for (Comparison one : comparisons) {
            lines.add(FitReport.text(
                    "%-22s  %9d  %8.4f %8.4f  %8.4f %8.4f  %8.4f %8.4f",
                    one.name(),
                    one.byCohort().scores().size(),
                    one.byCohort().auc(),
                    one.together().auc(),
                    one.byCohort().brier(),
                    one.together().brier(),
                    one.byCohort().calibrationError(),
                    one.together().calibrationError()));
        }
        return comparisons.isEmpty() ? List.of() : lines;
    }
}
