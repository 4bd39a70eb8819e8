package io.journeystreams.topology;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.InputSources;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.state.HeapBudget;

/**
 * What the topology is built from.
 *
 * @param sources the input topics' real partition counts
 * @param heap of all tasks that are built from these settings
 */
public record JourneySettings(
        EnginePolicy policy,
        InputSources sources,
        Codecs codecs,
        ReadProgress progress,
        ProcessorMeters meters,
        SweepBudget sweep,
        RecordLimits limits,
        HeapBudget heap) {

    /** With the usual budgets and limits. */
    public static JourneySettings of(
            EnginePolicy policy, InputSources sources, Codecs codecs, ReadProgress progress, ProcessorMeters meters) {
        return new JourneySettings(
                policy,
                sources,
                codecs,
                progress,
                meters,
                SweepBudget.defaults(),
                RecordLimits.defaults(),
                HeapBudget.usual());
    }

    /** @param percent of the heap that this process may have, for profiles in use */
    public JourneySettings withProfileHeap(int percent) {
        HeapBudget budget = HeapBudget.ofPercent(percent);
        return new JourneySettings(policy, sources, codecs, progress, meters, sweep, limits, budget);
    }

    /** The same with another budget for what is due. */
    public JourneySettings withSweep(SweepBudget budget) {
        return new JourneySettings(policy, sources, codecs, progress, meters, budget, limits, heap);
    }
}
