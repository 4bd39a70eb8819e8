package io.journeystreams.churn;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parts of an SVG plot with both axes from 0.
 *
 * @param width of the whole, pixels
 * @param height of the whole, pixels
 * @param right value at the right end
 * @param top value at the upper end
 */
record Plot(int width, int height, double right, double top) {

    private static final int MARGIN = 48;
    private static final int TICKS = 5;

    String open(String across, String up, String form) {
        String ticks = IntStream.rangeClosed(0, TICKS)
                .mapToObj(i -> tick(i / (double) TICKS, form))
                .collect(Collectors.joining());
        return FitReport.text(
                        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s by %s\">\n",
                        width, height, width, up, across)
                + ticks
                + FitReport.text(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", width / 2, height - 8, across)
                + FitReport.text(
                        "<text transform=\"translate(12 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>\n",
                        height / 2, up);
    }

    String close() {
        return "</svg>\n";
    }

    String line(List<Double> across, List<Double> up, String colour) {
        String points = IntStream.range(0, across.size())
                .mapToObj(i -> FitReport.text("%.1f,%.1f", x(across.get(i)), y(up.get(i))))
                .collect(Collectors.joining(" "));
        return FitReport.text(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n", points, colour);
    }

    String dot(double across, double up, String colour) {
        return FitReport.text("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>\n", x(across), y(up), colour);
    }

    String bar(double across, double up, String colour) {
        return FitReport.text(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
                x(across - 0.4), y(up), x(0.8) - x(0), y(0) - y(up), colour);
    }

    private String tick(double share, String form) {
        double up = y(share * top);
        double across = x(share * right);
        return FitReport.text(
                        "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e6ebf0\"/>\n",
                        MARGIN, width - MARGIN / 2, up, up)
                + FitReport.text(
                        "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">" + form + "</text>\n",
                        MARGIN - 6,
                        up + 4,
                        share * top)
                + FitReport.text(
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">" + form + "</text>\n",
                        across,
                        height - MARGIN + 18,
                        share * right);
    }

    private double x(double value) {
        return MARGIN + value / right * (width - MARGIN * 1.5);
    }

    private double y(double value) {
        return height - MARGIN - value / top * (height - MARGIN * 1.5);
    }
}
