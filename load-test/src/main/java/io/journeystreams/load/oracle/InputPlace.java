package io.journeystreams.load.oracle;

/** Where an input record stands. */
public record InputPlace(String topic, int partition, long offset) {}
