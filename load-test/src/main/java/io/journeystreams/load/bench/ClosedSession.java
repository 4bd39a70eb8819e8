package io.journeystreams.load.bench;

/**
 * A session that is over.
 *
 * @param startMs first event, epoch milliseconds
 * @param endMs last event
 */
public record ClosedSession(String device, long startMs, long endMs, int events) {}
