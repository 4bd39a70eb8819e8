package io.journeystreams.mining;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What is to be written.
 *
 * @param fromMs cases that began then or later, epoch milliseconds; empty: all
 * @param toMs and before then
 * @param isReplacing a file that is there may be replaced
 */
public record LogRequest(
        CaseLayer layer, LogFormat format, Path out, OptionalLong fromMs, OptionalLong toMs, boolean isReplacing) {

    boolean takes(JourneyCase journey) {
        return journey.beganAtMs() >= fromMs.orElse(Long.MIN_VALUE)
                && journey.beganAtMs() < toMs.orElse(Long.MAX_VALUE);
    }
}
