package io.journeystreams.domain.event;

/** Where an input record stands; in a backtest the file and its line. */
public record SourcePosition(String topic, int partition, long offset) {}
