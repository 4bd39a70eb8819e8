package io.journeystreams.load.bench;

/**
 * One contender in one round.
 *
 * @param agreement {@code equal}, or how the results differ from what is right; of the floor that it has none
 */
record Lap(Contender contender, int round, Figures figures, String agreement, Published published) {

    static final String EQUAL = "equal";
    static final String NO_RESULTS = "has none";

    boolean agrees() {
        return agreement.equals(EQUAL) || agreement.equals(NO_RESULTS);
    }

    /** The first serves to compare results, and to warm the machine; it does not count. */
    boolean counts() {
        return round > 0;
    }
}
