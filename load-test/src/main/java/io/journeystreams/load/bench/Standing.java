package io.journeystreams.load.bench;

import io.journeystreams.load.measure.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a contender stands after all rounds that count. */
record Standing(Contender contender, List<Lap> laps, long allEvents) {

    Standing {
        laps = List.copyOf(laps);
        if (laps.isEmpty()) {
            throw new IllegalArgumentException("no laps of " + contender);
        }
    }

    Spread cpuMicros() {
        return spread(Figures::cpuMicros);
    }

    Spread brokerCpuMicros() {
        return spread(Figures::brokerCpuMicros);
    }

    Spread eventsPerSecond() {
        return spread(Figures::eventsPerSecond);
    }

    Spread seconds() {
        return spread(Figures::seconds);
    }

    /** The start of the process included. */
    Spread wholeCpuMicros() {
        return spread(Figures::wholeCpuMicros);
    }

    Spread allocatedBytes() {
        return spread(figures -> figures.allocatedBytes(allEvents));
    }

    Spread pauses() {
        return spread(figures -> figures.garbage().pauses());
    }

    Spread pausedMs() {
        return spread(figures -> figures.garbage().pausedMs());
    }

    /** How many times dearer than another, round by round. */
    Spread timesAsDearAs(Standing other) {
        return Spread.ofRatios(cpuByRound(), other.cpuByRound());
    }

    Published published() {
        return laps.get(laps.size() - 1).published();
    }

    private List<Double> cpuByRound() {
        return laps.stream().map(lap -> lap.figures().cpuMicros()).toList();
    }

    private Spread spread(ToDoubleFunction<Figures> figure) {
        return Spread.of(
                laps.stream().map(lap -> figure.applyAsDouble(lap.figures())).toList());
    }
}
