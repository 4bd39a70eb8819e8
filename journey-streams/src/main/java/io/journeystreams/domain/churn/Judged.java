package io.journeystreams.domain.churn;

/**
 * By which parameters a customer is judged, so that others do not change what happened under these.
 *
 * @param version of the parameters; {@link #NEVER} before the first order
 * @param sinceMs nothing is told from before, epoch milliseconds; {@link Long#MIN_VALUE} for those who were judged so from the beginning
 */
public record Judged(String version, long sinceMs) {

    public static final Judged NEVER = new Judged("", Long.MIN_VALUE);

    /** Of two profiles that are one now: to be judged anew by what both have bought. */
    private static final String ANEW = "anew";

    /** @param atMs when it becomes known that the parameters are others, epoch milliseconds */
    Judged by(String used, long atMs) {
        return new Judged(used, version.equals(ANEW) ? sinceMs : Math.max(sinceMs, atMs));
    }

    /** As if the customer had always been known to belong to the cohort that is judged by this version. */
    Judged inCohortOf(String used) {
        return equals(NEVER) ? this : new Judged(used, sinceMs);
    }

    Judged union(Judged other) {
        if (equals(NEVER) || other.equals(NEVER)) {
            return equals(NEVER) ? other : this;
        }
        return new Judged(ANEW, Math.max(sinceMs, other.sinceMs));
    }
}
