package io.journeystreams.backtest;

import io.journeystreams.domain.engine.EnginePolicy;
import java.nio.file.Path;
import java.util.List;

/**
 * What to run.
 *
 * @param files read as one input, in the order of arrival
 * @param out folder of the result files; created where it is missing
 */
public record BacktestRequest(
        EnginePolicy policy, List<EventFile> files, Path out, Until until, IntakeTime intakeTime) {

    public BacktestRequest {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there must be a file of events");
        }
    }
}
