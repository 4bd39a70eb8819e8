package io.journeystreams.domain.churn;

import io.journeystreams.domain.event.EventId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much a customer has used of late.
 *
 * @param reports the latest {@link #MAX}, the earliest first
 */
public record Usage(List<Report> reports) {

    public static final Usage NONE = new Usage(List.of());

    /** Reports kept: the median is that of so many at most. */
    public static final int MAX = 12;

    /** Of fewer there is no median to be under. */
    private static final int MIN = 4;

    /** Below this share of the median usage is low. */
    private static final double LOW = 0.5;

    private static final Comparator<Report> BY_TIME = Comparator.comparingLong(Report::atMs)
            .thenComparing(report -> report.by().value());

    public Usage {
        reports = List.copyOf(reports);
    }

    /**
     * @param atMs epoch milliseconds
     * @param amount in the unit of the source, 0 or more
     * @param isLow below half of the median of the reports before it
     */
    public record Report(EventId by, long atMs, double amount, boolean isLow) {}

    Usage with(EventId by, long atMs, double amount) {
        boolean isLow = reports.size() >= MIN && amount < LOW * median();
        return latest(Stream.concat(reports.stream(), Stream.of(new Report(by, atMs, amount, isLow))));
    }

    /** The last report, if it is low. */
    Optional<Report> low() {
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(reports.get(reports.size() - 1)).filter(Report::isLow);
    }

    Usage union(Usage other) {
        return latest(Stream.concat(reports.stream(), other.reports.stream()).distinct());
    }

    private double median() {
        double[] sorted = reports.stream().mapToDouble(Report::amount).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Usage latest(Stream<Report> reports) {
        List<Report> sorted = reports.sorted(BY_TIME).toList();
        return new Usage(sorted.subList(Math.max(0, sorted.size() - MAX), sorted.size()));
    }
}
