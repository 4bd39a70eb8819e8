package io.journeystreams.backtest;

import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.intake.ReportedEvent;

/**
 * An event and when it came in.
 *
 * @param recordTimestampMs when it was ingested (rule T1), epoch milliseconds
 * @param position the file, partition 0, and the line, counted from 1
 */
record Arrival(ReportedEvent event, long recordTimestampMs, SourcePosition position) {}
