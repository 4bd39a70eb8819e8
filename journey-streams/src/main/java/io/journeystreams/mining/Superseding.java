package io.journeystreams.mining;

/**
 * One transition has taken the place of another (rule G7).
 *
 * @param id of the one that does not stand any more, unless it is told again
 * @param by id of the one that stands in its place
 * @param byRevision which of its revisions said so
 */
record Superseding(String id, String by, int byRevision, long emittedAtMs, Position position) implements Told {}
