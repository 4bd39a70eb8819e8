package io.journeystreams.state.codec;

/** Stored bytes begin with a version that this program does not know: a newer one wrote them, or they are no state. */
public final class UnknownStateVersionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param version the first byte, 0 to 255 */
    UnknownStateVersionException(int version, int newestKnown) {
        super("version of stored profile must be 1 to " + newestKnown + ": " + version);
    }
}
