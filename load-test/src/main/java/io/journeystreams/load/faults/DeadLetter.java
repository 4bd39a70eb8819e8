package io.journeystreams.load.faults;

/**
 * A record that the processor could not take.
 *
 * @param position of the original
 * @param headers all of them, as one text
 */
record DeadLetter(Position position, String reason, String headers) {}
