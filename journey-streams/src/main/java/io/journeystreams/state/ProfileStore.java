package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.state.codec.EncodedEvents;
import io.journeystreams.state.codec.ProfileCodec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Profiles and their entries in the deadline index: at most one get and one put per event, and the index only where it changes. Profiles
 * in use are kept as objects, and what has changed of them is put into the store by {@link #write}, before each commit: once, however many
 * events of the profile there were. A profile that is large is put at once.
 */
public final class ProfileStore {

    /** As a part of what may be stored: a larger profile is encoded for each decision. */
    private static final int PART_THAT_MAY_WAIT = 4;

    private final KeyValueStore<Bytes, byte[]> profiles;
    private final DeadlineIndex deadlines;
    private final HeapBudget.Share heap;
    private final int largestBytes;
    private final ProfileCodec codec = new ProfileCodec();
    private final LiveProfiles live;

    /**
     * @param heap for profiles in use
     * @param largestBytes largest profile, without its key, that may be stored
     */
    public ProfileStore(
            KeyValueStore<Bytes, byte[]> profiles, DeadlineIndex deadlines, HeapBudget.Share heap, int largestBytes) {
        this.profiles = profiles;
        this.deadlines = deadlines;
        this.heap = heap;
        this.largestBytes = largestBytes;
        this.live = new LiveProfiles(heap, this::put);
    }

    /** The profile, or an empty one. */
    public StoredProfile load(ProfileKey key) {
        StoredProfile inUse = live.get(key);
        return inUse == null ? read(key) : inUse;
    }

    private StoredProfile read(ProfileKey key) {
        byte[] bytes = profiles.get(keyOf(key));
        if (bytes == null) {
            return StoredProfile.empty(key);
        }
        StoredProfile stored = codec.decode(bytes, key);
        live.putWritten(stored, bytes.length);
        return stored;
    }

    /**
     * What {@link #save} takes.
     *
     * @param growth by which {@code after} is larger in the store than {@code before}
     */
    public Draft draft(StoredProfile before, StoredProfile after, StoredSize growth) {
        Optional<StoredSize> known = before.profile().isEmpty()
                ? Optional.of(StoredSize.NOTHING)
                : live.size(before.profile().key());
        return known.map(size -> size.plus(growth))
                .filter(this::mayWait)
                .map(size -> Draft.toBeEncoded(after, size))
                .orElseGet(() -> encoded(after));
    }

    private boolean mayWait(StoredSize size) {
        return heap.bytes() > 0 && size.mostBytes() <= largestBytes / PART_THAT_MAY_WAIT;
    }

    /** With its exact size. */
    public Draft encoded(StoredProfile profile) {
        return Draft.encoded(profile, codec.encode(profile));
    }

    /** A profile of which nothing is known is not kept. */
    public void save(StoredProfile before, Draft draft) {
        StoredProfile after = draft.profile();
        ProfileKey key = after.profile().key();
        byte[] encoded = draft.encoded();
        if (after.profile().isEmpty()) {
            profiles.delete(keyOf(key));
            live.remove(key);
        } else if (encoded == null) {
            live.putUnwritten(after, draft.size());
        } else {
            profiles.put(keyOf(key), encoded);
            live.putWritten(after, encoded.length);
        }
        index(before, after);
    }

    private void index(StoredProfile before, StoredProfile after) {
        ProfileKey key = after.profile().key();
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

    /**
     * Puts into the store what has changed since it was last put there. To be called before each commit.
     *
     * @throws OutgrownProfileException if a profile is larger than was expected of it, and than may be stored
     */
    public void write() {
        live.write();
    }

    /** Bytes of a profile as they would be stored. */
    public byte[] encode(StoredProfile profile) {
        return codec.encode(profile);
    }

    private LiveProfiles.Written put(StoredProfile profile, @Nullable EncodedEvents known) {
        EncodedEvents events = inHindsight(() -> codec.eventsOf(profile, known));
        byte[] bytes = inHindsight(() -> encodeStorable(profile, events));
        profiles.put(keyOf(profile.profile().key()), bytes);
        return new LiveProfiles.Written(bytes.length, events);
    }

    /**
     * The outputs of the profile's events have been sent. If it cannot be stored the transaction has to fail; its events are decided anew by
     * tasks that keep nothing, so that the one that makes it so is found, and refused or made small.
     */
    private <T> T inHindsight(Supplier<T> encoding) {
        try {
            return encoding.get();
        } catch (RuntimeException e) {
            heap.renounce();
            throw e;
        }
    }

    private byte[] encodeStorable(StoredProfile profile, EncodedEvents events) {
        byte[] bytes = codec.encode(profile, events);
        if (bytes.length > largestBytes) {
            throw new OutgrownProfileException(bytes.length, largestBytes);
        }
        return bytes;
    }

    /** Under which a profile is stored. */
    public static Bytes keyOf(ProfileKey key) {
        return Bytes.wrap(key.value().getBytes(StandardCharsets.UTF_8));
    }
}
