package io.journeystreams.load.rig;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of metrics in Prometheus' text format. */
public final class Gauges {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(\\{[^}]*})? (\\S+)");

    private final String page;

    public Gauges(String page) {
        this.page = page;
    }

    /** Sum over all labels; 0 if there is none. */
    public double sum(String name) {
        return samples(name).mapToDouble(sample -> number(sample.group(3))).sum();
    }

    /** By the number of the journal partition; those that are not a number are left out. */
    public Map<Integer, Double> byPartition(String name) {
        Map<Integer, Double> values = new TreeMap<>();
        samples(name).forEach(sample -> {
            Matcher partition = Pattern.compile("partition=\"(\\d+)\"").matcher(String.valueOf(sample.group(2)));
            double value = number(sample.group(3));
            if (partition.find() && !Double.isNaN(value)) {
                values.merge(Integer.valueOf(partition.group(1)), value, Double::sum);
            }
        });
        return values;
    }

    private Stream<Matcher> samples(String name) {
        return page.lines()
                .filter(line -> line.startsWith(name))
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches() && sample.group(1).equals(name));
    }

    private static double number(String text) {
        return text.equals("NaN") ? Double.NaN : Double.parseDouble(text);
    }
}
