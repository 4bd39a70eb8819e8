package io.journeystreams.backtest;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to run.
 *
 * @param files read as one input, in the order of arrival
 * @param out folder of the result files; created where it is missing
 * @param explained the profile whose decisions are to be told at the end (rule O5)
 */
public record BacktestRequest(
        EnginePolicy policy,
        List<EventFile> files,
        Path out,
        Until until,
        IntakeTime intakeTime,
        Optional<ProfileKey> explained) {

    /** Explains nobody. */
    public BacktestRequest(EnginePolicy policy, List<EventFile> files, Path out, Until until, IntakeTime intakeTime) {
        this(policy, files, out, until, intakeTime, Optional.empty());
    }

    public BacktestRequest {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there must be a file of events");
        }
    }
}
