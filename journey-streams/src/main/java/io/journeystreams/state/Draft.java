package io.journeystreams.state;

import org.jspecify.annotations.Nullable;

/**
 * A profile that is to be stored. It is encoded only where it could come near to what may be stored; else it is enough to know that it
 * cannot, and its bytes can wait for the commit.
 */
public final class Draft {

    private final StoredProfile profile;
    private final int mostBytes;
    private final byte @Nullable [] encoded;

    private Draft(StoredProfile profile, int mostBytes, byte @Nullable [] encoded) {
        this.profile = profile;
        this.mostBytes = mostBytes;
        this.encoded = encoded;
    }

    static Draft encoded(StoredProfile profile, byte[] bytes) {
        return new Draft(profile, bytes.length, bytes);
    }

    static Draft toBeEncoded(StoredProfile profile, int mostBytes) {
        return new Draft(profile, mostBytes, null);
    }

    public StoredProfile profile() {
        return profile;
    }

    /** Its bytes in the store without the key, or more where it has not been encoded yet. */
    public int mostBytes() {
        return mostBytes;
    }

    byte @Nullable [] encoded() {
        return encoded;
    }
}
