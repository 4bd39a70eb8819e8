package io.journeystreams.load.bench;

import io.journeystreams.load.measure.Spread;
import java.util.List;
import java.util.Locale;

/** The report as one HTML page with drawn bars; it loads nothing. */
final class BenchPage {

    private static final int BAR_WIDTH = 520;
    private static final int ROW_HEIGHT = 34;
    private static final int LABEL_WIDTH = 190;

    private final BenchReport report;

    BenchPage(BenchReport report) {
        this.report = report;
    }

    String text() {
        return """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>What an event costs</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
                pre { white-space: pre-wrap; background: #f4f4f4; padding: 1em }
                .own { fill: #1b7f4d } .peer { fill: #8a94a6 } .spread { stroke: #222; stroke-width: 2 }
                </style>
                <h1>What an event costs</h1>
                <p>CPU of the process, user and system, microseconds for each input event: median of the rounds; the line goes
                from the least to the most. Less is better.</p>
                %s
                <pre>%s</pre>
                </html>
                """.formatted(bars(report.standings()), escaped(report.text()));
    }

    private static String bars(List<Standing> standings) {
        double most = standings.stream()
                .mapToDouble(standing -> standing.cpuMicros().most())
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"CPU per event\">",
                LABEL_WIDTH + BAR_WIDTH + 90,
                ROW_HEIGHT * standings.size()));
        for (int row = 0; row < standings.size(); row++) {
            svg.append(bar(standings.get(row), row * ROW_HEIGHT, BAR_WIDTH / most));
        }
        return svg.append("</svg>").toString();
    }

    private static String bar(Standing standing, int top, double pixelsPerMicro) {
        Spread cpu = standing.cpuMicros();
        double middle = top + ROW_HEIGHT / 2.0;
        return String.format(
                Locale.ROOT,
                """
                <text x="0" y="%.1f">%s</text>
                <rect class="%s" x="%d" y="%d" width="%.1f" height="%d"/>
                <line class="spread" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>
                <text x="%.1f" y="%.1f">%.1f µs</text>
                """,
                middle + 5,
                escaped(standing.contender().title()),
                standing.contender() == Contender.JOURNEY ? "own" : "peer",
                LABEL_WIDTH,
                top + 5,
                cpu.median() * pixelsPerMicro,
                ROW_HEIGHT - 10,
                LABEL_WIDTH + cpu.least() * pixelsPerMicro,
                middle,
                LABEL_WIDTH + cpu.most() * pixelsPerMicro,
                middle,
                LABEL_WIDTH + cpu.most() * pixelsPerMicro + 6,
                middle + 5,
                cpu.median());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
