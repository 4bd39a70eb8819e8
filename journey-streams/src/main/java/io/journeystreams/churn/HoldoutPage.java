package io.journeystreams.churn;

import io.journeystreams.churn.Holdout.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A fit and its hold-out as one HTML page that needs nothing else: tables, and plots as SVG. */
public final class HoldoutPage {

    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;color:#1d2733;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
            table{border-collapse:collapse}th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #dde3ea}
            th:first-child,td:first-child{text-align:left}
            pre{background:#f5f7fa;padding:1rem;overflow-x:auto;font-size:13px}
            svg{max-width:100%;height:auto}text{font:12px system-ui,sans-serif;fill:#4a5866}
            """;

    private HoldoutPage() {}

    /** @throws IllegalArgumentException if nothing was held out */
    public static String of(ChurnFit fit) {
        Holdout holdout = fit.holdout()
                .orElseThrow(() -> new IllegalArgumentException("without a hold-out there is nothing to show"));
        String title = FitReport.text(
                "Churn model %s, held out from %s",
                fit.parameters().kind().key(), LocalDate.ofEpochDay(holdout.fromDay()));
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title>\n<style>" + STYLE + "</style></head><body>\n<h1>" + escaped(title) + "</h1>\n"
                + scores(holdout)
                + "<h2>Is the risk right?</h2>\n<p>Customers in tenths by risk: foretold against what came, with "
                + "two standard errors. On the line is right.</p>\n"
                + reliability(holdout.scores().get(0).predictions().bins())
                + "<h2>Orders a week</h2>\n<p>Expected (line) and actual (bars) days with an order.</p>\n"
                + orders(holdout.weeks())
                + "<h2>All numbers</h2>\n<pre>" + escaped(String.join("\n", FitReport.of(fit))) + "</pre>\n"
                + "</body></html>\n";
    }

    private static String scores(Holdout holdout) {
        return "<table><tr><th>score</th><th>AUC</th><th>Brier</th><th>calibration error</th></tr>\n"
                + holdout.scores().stream()
                        .map(score -> "<tr><td>" + escaped(score.name()) + "</td><td>"
                                + String.join("</td><td>", FitReport.measures(score)) + "</td></tr>\n")
                        .collect(Collectors.joining())
                + "</table>\n";
    }

    private static String reliability(List<Predictions.Bin> bins) {
        Plot plot = new Plot(420, 420, 1, 1);
        StringBuilder svg = new StringBuilder(plot.open("risk foretold", "share without an order", "%.1f"));
        svg.append(plot.line(List.of(0.0, 1.0), List.of(0.0, 1.0), "#9aa7b4"));
        for (Predictions.Bin bin : bins) {
            double error = 2 * Math.sqrt(bin.observed() * (1 - bin.observed()) / bin.customers());
            svg.append(plot.line(
                    List.of(bin.predicted(), bin.predicted()),
                    List.of(Math.max(0, bin.observed() - error), Math.min(1, bin.observed() + error)),
                    "#7fb0dc"));
            svg.append(plot.dot(bin.predicted(), bin.observed(), "#1f6fb2"));
        }
        return svg.append(plot.close()).toString();
    }

    private static String orders(List<Week> weeks) {
        double most = Math.max(most(weeks, Week::expected), most(weeks, Week::actual));
        Plot plot = new Plot(840, 320, weeks.size() + 1.0, Math.max(1, most * 1.1));
        StringBuilder svg = new StringBuilder(plot.open("week", "days with an order", "%.0f"));
        weeks.forEach(week -> svg.append(plot.bar(week.number(), week.actual(), "#cfdbe6")));
        svg.append(plot.line(
                weeks.stream().map(week -> (double) week.number()).toList(),
                weeks.stream().map(Week::expected).toList(),
                "#1f6fb2"));
        return svg.append(plot.close()).toString();
    }

    private static double most(List<Week> weeks, ToDoubleFunction<Week> value) {
        return weeks.stream().mapToDouble(value).max().orElse(0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
