package io.journeystreams.load.bench;

/** @param deadlineMs event time at which it counted as abandoned, epoch milliseconds */
public record AbandonedCart(String device, long deadlineMs) {}
