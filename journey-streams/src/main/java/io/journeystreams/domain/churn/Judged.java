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

    boolean isOutdated(ChurnPolicy policy) {
        return !equals(NEVER) && !version.equals(policy.version());
    }

    /** @param atMs when it becomes known that the parameters are others, epoch milliseconds */
    Judged by(ChurnPolicy policy, long atMs) {
        return new Judged(policy.version(), version.equals(ANEW) ? sinceMs : Math.max(sinceMs, atMs));
    }

    Judged union(Judged other) {
        if (equals(NEVER) || other.equals(NEVER)) {
            return equals(NEVER) ? other : this;
        }
        return new Judged(ANEW, Math.max(sinceMs, other.sinceMs));
    }
}
