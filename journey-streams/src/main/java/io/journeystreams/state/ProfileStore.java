package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.state.codec.ProfileCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Profiles and their entries in the deadline index: at most one get and one put per event, and the index only where it changes. What is
 * put is written at once; those in use are kept as objects besides.
 */
public final class ProfileStore {

    private final KeyValueStore<Bytes, byte[]> profiles;
    private final DeadlineIndex deadlines;
    private final ProfileCodec codec = new ProfileCodec();
    private final LiveProfiles live;

    /** @param heap for profiles in use */
    public ProfileStore(KeyValueStore<Bytes, byte[]> profiles, DeadlineIndex deadlines, HeapBudget.Share heap) {
        this.profiles = profiles;
        this.deadlines = deadlines;
        this.live = new LiveProfiles(heap);
    }

    /** The profile, or an empty one. */
    public StoredProfile load(ProfileKey key) {
        StoredProfile inUse = live.get(key);
        return inUse == null ? read(key) : inUse;
    }

    private StoredProfile read(ProfileKey key) {
        byte[] bytes = profiles.get(keyOf(key));
        return bytes == null ? StoredProfile.empty(key) : codec.decode(bytes, key);
    }

    /** The bytes that {@link #save} stores. */
    public byte[] encode(StoredProfile profile) {
        return codec.encode(profile);
    }

    /**
     * A profile of which nothing is known is not kept.
     *
     * @param encoded {@code after} as {@link #encode} gave it
     */
    public void save(StoredProfile before, StoredProfile after, byte[] encoded) {
        ProfileKey key = after.profile().key();
        if (after.profile().isEmpty()) {
            profiles.delete(keyOf(key));
            live.remove(key);
        } else {
            profiles.put(keyOf(key), encoded);
            live.put(after, encoded.length);
        }
        if (before.indexedAtMs() == after.indexedAtMs()) {
            return;
        }
        if (before.indexedAtMs() != ProfileState.NEVER) {
            deadlines.remove(new Deadline(before.indexedAtMs(), key));
        }
        if (after.indexedAtMs() != ProfileState.NEVER) {
            deadlines.add(new Deadline(after.indexedAtMs(), key));
        }
    }

    /** Under which a profile is stored. */
    public static Bytes keyOf(ProfileKey key) {
        return Bytes.wrap(key.value().getBytes(StandardCharsets.UTF_8));
    }
}
