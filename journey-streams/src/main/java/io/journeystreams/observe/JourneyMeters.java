package io.journeystreams.observe;

import io.journeystreams.canary.CanaryMeters;
import io.journeystreams.domain.abandonment.AlertOutput;
import io.journeystreams.domain.abandonment.DisarmReason;
import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.churn.Calibration.Series;
import io.journeystreams.domain.churn.ChurnOutput;
import io.journeystreams.domain.churn.Reliability;
import io.journeystreams.domain.churn.Reliability.Bin;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.SourceWatermark;
import io.journeystreams.topology.ProcessorMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What the processors report, as meters. Safe for many threads; a report costs a look-up in a concurrent map.
 *
 * <p>The counts of rule A1 are gauges although they mostly grow: they are read from the state, so they survive restarts and
 * moves of a partition, and a late event can correct them downwards, which no counter may do.
 */
public final class JourneyMeters implements ProcessorMeters, CanaryMeters {

    private static final double MS_PER_SECOND = 1000.0;

    private final MeterRegistry registry;
    private final LongSupplier wallClockMs;
    private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<Integer, Duration> beats = new ConcurrentHashMap<>();

    private volatile Consumer<AlertOutput> alertReader = output -> {};

    public JourneyMeters(MeterRegistry registry, LongSupplier wallClockMs) {
        this.registry = registry;
        this.wallClockMs = wallClockMs;
        for (Series series : Series.values()) {
            calibration(JourneyMeter.CHURN_BRIER, series, Reliability::brierScore);
            calibration(JourneyMeter.CHURN_CALIBRATION, series, Reliability::calibrationError);
            calibration(JourneyMeter.CHURN_DRIFT, series, Reliability::drift);
        }
    }

    @Override
    public void intakeOutcome(String topic, IntakeOutcome outcome) {
        count(JourneyMeter.INTAKE, 1, topic, outcome.name());
    }

    @Override
    public void deadLetter(String topic, RejectionReason reason) {
        count(JourneyMeter.DEAD_LETTERS, 1, topic, reason.name());
    }

    @Override
    public void watermark(String source, SourceWatermark.Mark mark) {
        count(JourneyMeter.WATERMARKS, 1, source);
        sources.computeIfAbsent(source, name -> new Source(name, mark)).last = mark;
    }

    @Override
    public void sourceReleased(String source) {
        sources.computeIfPresent(source, (name, shown) -> {
            shown.gauges.forEach(registry::remove);
            return null;
        });
    }

    @Override
    public void eventOutcome(Outcome outcome) {
        count(JourneyMeter.EVENTS, 1, outcome.name());
    }

    @Override
    public void alert(AlertOutput output) {
        alertReader.accept(output);
    }

    /** @param reader is told of every alert from now on, by the threads that publish them */
    public void tellAlertsTo(Consumer<AlertOutput> reader) {
        alertReader = reader;
    }

    @Override
    public void tally(int journalPartition, Tally total) {
        partition(journalPartition).tally = total;
    }

    @Override
    public void calibration(int journalPartition, Calibration total) {
        partition(journalPartition).settle(total);
    }

    @Override
    public void churnAlert(ChurnOutput output) {
        count(
                JourneyMeter.CHURN_ALERTS,
                1,
                output.alert().kind().name(),
                output.state().name(),
                output.reason().name());
    }

    @Override
    public void unscored() {
        count(JourneyMeter.CHURN_UNSCORED, 1);
    }

    @Override
    public void clock(int journalPartition, ClockReading reading) {
        partition(journalPartition).clockMs = reading.timeMs();
        partition(journalPartition).isCaughtUp = reading.isCaughtUp();
    }

    @Override
    public void deadlinesDue(int journalPartition, int atLeast) {
        partition(journalPartition).deadlinesDue = atLeast;
    }

    @Override
    public void deadlinesSwept(int journalPartition, int count) {
        count(JourneyMeter.DEADLINES_SWEPT, count, String.valueOf(journalPartition));
    }

    @Override
    public void released(int journalPartition) {
        partitions.computeIfPresent(journalPartition, (number, partition) -> {
            partition.gauges.forEach(registry::remove);
            return null;
        });
    }

    @Override
    public void beatSeen(int journalPartition, Duration latency) {
        String partition = String.valueOf(journalPartition);
        count(JourneyMeter.CANARY_BEATS, 1, partition, "SEEN");
        if (beats.put(journalPartition, latency) == null) {
            gauge(JourneyMeter.CANARY_LATENCY, () -> secondsOf(beats.get(journalPartition)), partition);
        }
    }

    @Override
    public void beatMissed(int journalPartition) {
        count(JourneyMeter.CANARY_BEATS, 1, String.valueOf(journalPartition), "MISSED");
    }

    /** Shows whether it is ready, from now on. */
    void observe(Health health) {
        gauge(JourneyMeter.READY, () -> health.notReady().isEmpty() ? 1 : 0);
    }

    /** Arming and its outcomes over this instance's journal partitions. */
    public Tally total() {
        return partitions.values().stream().map(partition -> partition.tally).reduce(Tally.ZERO, Tally::plus);
    }

    /** Forecasts against what happened, over this instance's journal partitions. */
    private Calibration calibration() {
        return partitions.values().stream()
                .map(partition -> partition.calibration)
                .reduce(Calibration.NONE, Calibration::plus);
    }

    private void calibration(JourneyMeter meter, Series series, Function<Reliability, OptionalDouble> value) {
        gauge(meter, () -> value.apply(calibration().of(series)).orElse(Double.NaN), series.name());
    }

    /** Clocks of this instance's journal partitions, epoch milliseconds; undefined ones are left out. */
    Map<Integer, Long> clocksMs() {
        Map<Integer, Long> clocks = new TreeMap<>();
        partitions.forEach((number, partition) -> {
            if (partition.clockMs != ClockReading.UNDEFINED) {
                clocks.put(number, partition.clockMs);
            }
        });
        return clocks;
    }

    /** Which counter of a meter. */
    private record Counted(JourneyMeter meter, List<String> labels) {}

    private void count(JourneyMeter meter, int amount, String... labels) {
        counters.computeIfAbsent(new Counted(meter, List.of(labels)), this::counter)
                .increment(amount);
    }

    private Counter counter(Counted counted) {
        return Counter.builder(counted.meter().meterName())
                .description(counted.meter().sentence())
                .tags(tags(counted.meter(), counted.labels()))
                .register(registry);
    }

    private Gauge gauge(JourneyMeter meter, Supplier<Number> value, String... labels) {
        return Gauge.builder(meter.meterName(), value)
                .description(meter.sentence())
                .tags(tags(meter, List.of(labels)))
                .register(registry);
    }

    private static Tags tags(JourneyMeter meter, List<String> labels) {
        Tags tags = Tags.empty();
        List<String> names = meter.labels();
        for (int i = 0; i < labels.size(); i++) {
            tags = tags.and(names.get(i), labels.get(i));
        }
        return tags;
    }

    private Partition partition(int number) {
        return partitions.computeIfAbsent(number, Partition::new);
    }

    private static double secondsOf(Duration duration) {
        return duration.toMillis() / MS_PER_SECOND;
    }

    private double secondsSince(long timeMs) {
        return timeMs == ClockReading.UNDEFINED ? Double.NaN : (wallClockMs.getAsLong() - timeMs) / MS_PER_SECOND;
    }

    /** The latest of one input partition. */
    private final class Source {

        private final List<Gauge> gauges = new ArrayList<>();
        private volatile SourceWatermark.Mark last;

        private Source(String name, SourceWatermark.Mark first) {
            this.last = first;
            gauges.add(gauge(JourneyMeter.WATERMARK_LAG, () -> secondsSince(last.timeMs()), name));
            gauges.add(gauge(JourneyMeter.CAUGHT_UP, () -> last.caughtUp() ? 1 : 0, name));
        }
    }

    /** The latest of one journal partition. */
    private final class Partition {

        private final List<Gauge> gauges = new ArrayList<>();
        private volatile Tally tally = Tally.ZERO;
        private volatile long clockMs = ClockReading.UNDEFINED;
        private volatile boolean isCaughtUp;
        private volatile int deadlinesDue;
        private volatile Calibration calibration = Calibration.NONE;
        private final Set<Series> shown = EnumSet.noneOf(Series.class);
        private final String label;

        private Partition(int number) {
            this.label = String.valueOf(number);
            gauges.add(gauge(JourneyMeter.CLOCK_LAG, () -> secondsSince(clockMs), label));
            gauges.add(gauge(JourneyMeter.CLOCK_CAUGHT_UP, () -> isCaughtUp ? 1 : 0, label));
            gauges.add(gauge(JourneyMeter.DEADLINES_DUE, () -> deadlinesDue, label));
            gauges.add(gauge(JourneyMeter.ARMED, () -> tally.armed(), label));
            gauges.add(gauge(JourneyMeter.ABANDONED, () -> tally.abandoned(), label));
            gauges.add(gauge(JourneyMeter.CART_ANOMALIES, () -> tally.cartAnomalies(), label));
            gauges.add(gauge(JourneyMeter.OPEN, () -> tally.open(), label));
            trial(Trial.Group.REMINDED, Trial::reminded, Trial::remindedRecovered);
            trial(Trial.Group.WITHHELD, Trial::withheld, Trial::withheldRecovered);
            for (DisarmReason reason : DisarmReason.values()) {
                gauges.add(gauge(JourneyMeter.DISARMED, () -> tally.disarmed(reason), label, reason.name()));
            }
        }

        /** Bins are shown once there is something in their group: called by the thread that reads the partition. */
        private void settle(Calibration total) {
            calibration = total;
            total.series().keySet().stream().filter(shown::add).forEach(this::show);
        }

        private void show(Series series) {
            for (int i = 0; i < Reliability.BINS; i++) {
                int place = i;
                bin(JourneyMeter.CHURN_SETTLED, series, place, Bin::settled);
                bin(JourneyMeter.CHURN_LEFT, series, place, Bin::left);
                bin(JourneyMeter.CHURN_PREDICTED, series, place, Bin::predicted);
            }
        }

        private void bin(JourneyMeter meter, Series series, int place, Function<Bin, Number> value) {
            String from = String.valueOf(place / (double) Reliability.BINS);
            gauges.add(gauge(
                    meter, () -> value.apply(calibration.of(series).bins().get(place)), label, series.name(), from));
        }

        private void trial(Trial.Group group, ToLongFunction<Trial> alerts, ToLongFunction<Trial> recovered) {
            gauges.add(gauge(JourneyMeter.TRIAL_ALERTS, () -> alerts.applyAsLong(tally.trial()), label, group.name()));
            gauges.add(gauge(
                    JourneyMeter.TRIAL_RECOVERED, () -> recovered.applyAsLong(tally.trial()), label, group.name()));
        }
    }
}
