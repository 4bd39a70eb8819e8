package io.journeystreams.load.bench;

import io.journeystreams.load.measure.Budget;
import io.journeystreams.load.measure.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came out. */
public final class BenchReport {

    private final Machine machine;
    private final BenchRequest request;
    private final Input input;
    private final List<Lap> laps;

    /** @param laps in the order in which they were run, those that do not count included */
    BenchReport(Machine machine, BenchRequest request, Input input, List<Lap> laps) {
        this.machine = machine;
        this.request = request;
        this.input = input;
        this.laps = List.copyOf(laps);
    }

    /** Whether everybody has found what there was to find, every time. */
    public boolean resultsAgree() {
        return laps.stream().allMatch(Lap::agrees);
    }

    /** Whether every budget that was measured is kept as it must be. */
    public boolean meetsEveryMust() {
        return budgets().stream().allMatch(Budget::meetsMust);
    }

    /** For the console. */
    public String text() {
        return new BenchText(this).text();
    }

    /** For programs. */
    public String json() {
        return new BenchJson(this).text();
    }

    /** For a browser; needs no network. */
    public String html() {
        return new BenchPage(this).text();
    }

    Machine machine() {
        return machine;
    }

    BenchRequest request() {
        return request;
    }

    Input input() {
        return input;
    }

    List<Lap> laps() {
        return laps;
    }

    /** Of who took part, in the order of the enum. */
    List<Standing> standings() {
        return request.contenders().stream()
                .sorted()
                .map(contender -> standing(contender).orElseThrow())
                .toList();
    }

    /** Of those budgets for which somebody was measured. */
    List<Budget> budgets() {
        List<Budget> budgets = new ArrayList<>();
        Optional<Standing> journey = standing(Contender.JOURNEY);
        journey.ifPresent(
                own -> budgets.add(new Budget("whole job, per input event", "µs", 14, 7, true, own.cpuMicros())));
        journey.flatMap(own -> standing(Contender.PLAIN)
                        .map(plain -> new Budget(
                                "plain Kafka Streams is dearer", "times", 4, 8, false, plain.timesAsDearAs(own))))
                .ifPresent(budgets::add);
        journey.flatMap(own -> standing(Contender.FLINK)
                        .map(flink -> new Budget("Flink is dearer", "times", 2, 4, false, flink.timesAsDearAs(own))))
                .ifPresent(budgets::add);
        journey.flatMap(own -> standing(Contender.FLOOR)
                        .map(floor ->
                                new Budget("dearer than the floor", "times", 3, 1.5, true, own.timesAsDearAs(floor))))
                .ifPresent(budgets::add);
        return budgets;
    }

    private Optional<Standing> standing(Contender contender) {
        List<Lap> counted = laps.stream()
                .filter(lap -> lap.contender() == contender && lap.counts())
                .toList();
        return counted.isEmpty() ? Optional.empty() : Optional.of(new Standing(contender, counted, input.events()));
    }
}
