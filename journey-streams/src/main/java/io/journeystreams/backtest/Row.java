package io.journeystreams.backtest;

import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.ReportedEvent;
import java.util.OptionalLong;

/** One line or record of a file of events, as far as it can be read. */
sealed interface Row {

    /** @param recordTimestampMs where the file gives one, epoch milliseconds */
    record Read(long line, ReportedEvent event, OptionalLong recordTimestampMs) implements Row {}

    /**
     * @param message what is wrong and what to do
     * @param record the line as it stands in the file; empty where it is not text
     */
    record Bad(long line, RejectionReason reason, String message, String record) implements Row {}
}
