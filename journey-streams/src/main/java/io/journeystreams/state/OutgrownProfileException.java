package io.journeystreams.state;

/**
 * A profile that was to be stored at the commit is larger than anybody could foresee, and than may be stored. The transaction has to fail:
 * its outputs are those of a profile that is not made small. When its events are read again nothing waits for the commit any more, so that
 * the profile is made small when they are decided (fault R8).
 */
public final class OutgrownProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutgrownProfileException(int bytes, int largestBytes) {
        super("a profile has " + bytes + " bytes at the commit, and at most " + largestBytes
                + " are stored; its events are decided anew, and from now on profiles are stored with each event");
    }
}
