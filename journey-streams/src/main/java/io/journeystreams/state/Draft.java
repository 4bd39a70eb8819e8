package io.journeystreams.state;

import org.jspecify.annotations.Nullable;

/**
 * A profile that is to be stored. It is encoded only where it could come near to what may be stored; else it is enough to know that it
 * cannot, and its bytes can wait for the commit.
 */
public final class Draft {

    private final StoredProfile profile;
    private final StoredSize size;
    private final byte @Nullable [] encoded;

    private Draft(StoredProfile profile, StoredSize size, byte @Nullable [] encoded) {
        this.profile = profile;
        this.size = size;
        this.encoded = encoded;
    }

    static Draft encoded(StoredProfile profile, byte[] bytes) {
        return new Draft(profile, StoredSize.exactly(bytes.length), bytes);
    }

    static Draft toBeEncoded(StoredProfile profile, StoredSize size) {
        return new Draft(profile, size, null);
    }

    public StoredProfile profile() {
        return profile;
    }

    /** Its bytes in the store without the key, or more where it has not been encoded yet. */
    public int mostBytes() {
        return size.mostBytes();
    }

    StoredSize size() {
        return size;
    }

    byte @Nullable [] encoded() {
        return encoded;
    }
}
