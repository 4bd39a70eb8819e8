package io.journeystreams.load.state;

import io.journeystreams.load.measure.Budget;
import io.journeystreams.load.measure.Machine;
import io.journeystreams.load.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** What came out. */
public final class StateReport {

    private static final int SMALL = 10_000;
    private static final int MILLION = 1_000_000;
    private static final int TEN_MILLION = 10_000_000;

    private final Machine machine;
    private final StateRequest request;
    private final List<StateLap> laps;

    /** @param laps in the order in which they were run */
    StateReport(Machine machine, StateRequest request, List<StateLap> laps) {
        this.machine = machine;
        this.request = request;
        this.laps = List.copyOf(laps);
    }

    /** Whether everything was restored, and decided by what was. */
    public boolean holds() {
        return laps.stream().allMatch(lap -> lap.findings().isEmpty());
    }

    /** Whether every budget that was measured is kept as it must be. */
    public boolean meetsEveryMust() {
        return budgets().stream().allMatch(Budget::meetsMust);
    }

    /** For the console. */
    public String text() {
        return new StateText(this).text();
    }

    /** For programs. */
    public String json() {
        return new StateJson(this).text();
    }

    Machine machine() {
        return machine;
    }

    StateRequest request() {
        return request;
    }

    List<StateLap> laps() {
        return laps;
    }

    Spread spread(int customers, ToDoubleFunction<StateLap> figure) {
        return Spread.of(values(customers, figure));
    }

    /** How many times dearer an event is than with the smallest state, round by round; of the smallest 1. */
    Spread growth(int customers) {
        return growth(customers, smallest());
    }

    /** Of those for which a state of that size was measured. */
    List<Budget> budgets() {
        List<Budget> budgets = new ArrayList<>();
        budgets.add(ceiling(
                "start to ready with an empty state",
                "s",
                5,
                2,
                Spread.of(laps.stream().map(StateLap::emptyStartSeconds).toList())));
        if (has(MILLION)) {
            budgets.add(ceiling("restore of 1 M profiles", "s", 60, 20, spread(MILLION, StateLap::restoreSeconds)));
        }
        if (has(SMALL) && has(MILLION)) {
            budgets.add(ceiling("an event with 1 M profiles to 10 000", "times", 1.5, 1.2, growth(MILLION, SMALL)));
        }
        if (has(SMALL) && has(TEN_MILLION)) {
            budgets.add(
                    ceiling("an event with 10 M profiles to 10 000", "times", 2.5, 1.5, growth(TEN_MILLION, SMALL)));
        }
        return budgets;
    }

    private Spread growth(int customers, int reference) {
        return Spread.ofRatios(values(customers, StateReport::micros), values(reference, StateReport::micros));
    }

    private List<Double> values(int customers, ToDoubleFunction<StateLap> figure) {
        return laps.stream()
                .filter(lap -> lap.customers() == customers)
                .map(figure::applyAsDouble)
                .toList();
    }

    private boolean has(int customers) {
        return request.sizes().contains(customers);
    }

    private int smallest() {
        OptionalInt smallest =
                request.sizes().stream().mapToInt(Integer::intValue).min();
        return smallest.orElseThrow();
    }

    private static double micros(StateLap lap) {
        return lap.figures().cpuMicros();
    }

    private static Budget ceiling(String what, String unit, double must, double aim, Spread measured) {
        return new Budget(what, unit, must, aim, true, measured);
    }
}
