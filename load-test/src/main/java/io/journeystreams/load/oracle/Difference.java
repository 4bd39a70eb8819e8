package io.journeystreams.load.oracle;

/**
 * One thing that was published and should not have been, or the other way round.
 *
 * @param invariant name of what is broken
 * @param profile whose it is
 * @param what both sides, to be read by a person
 */
public record Difference(String invariant, String profile, String what) {}
