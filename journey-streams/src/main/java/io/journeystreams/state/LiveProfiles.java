package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.state.codec.EncodedEvents;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of one task that were used last, as objects: they need not be read and decoded again, and know how far they have been told.
 * What has changed here and is not in the store yet is written when it has to make room, or by {@link #write}. For one thread.
 */
final class LiveProfiles {

    /** Heap for a byte of a stored profile; 8 were seen in a week of a shop, what was told included. */
    private static final int HEAP_PER_STORED_BYTE = 10;

    private final HeapBudget.Share share;
    private final Writer writer;
    private final Map<ProfileKey, Live> leastUsedFirst = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<ProfileKey, StoredProfile> unwritten = new LinkedHashMap<>();
    private long heapBytes;

    LiveProfiles(HeapBudget.Share share, Writer writer) {
        this.share = share;
        this.writer = writer;
    }

    /** Puts a profile into the store, and returns its bytes there. */
    interface Writer {

        /** @param known what {@link Written#events} was when the profile was last written */
        Written write(StoredProfile profile, @Nullable EncodedEvents known);
    }

    /**
     * A profile that has been written.
     *
     * @param bytes how large it is in the store
     * @param events spare the next one that events are encoded again
     */
    record Written(int bytes, EncodedEvents events) {}

    /**
     * @param size in the store, or as far as that is known where it has changed since it was there
     * @param events of when it was last written, if that was here
     */
    private record Live(
            StoredProfile profile,
            StoredSize size,
            @Nullable EncodedEvents events) {

        long heapBytes() {
            return (long) size.likelyBytes() * HEAP_PER_STORED_BYTE;
        }
    }

    @Nullable
    StoredProfile get(ProfileKey key) {
        Live live = leastUsedFirst.get(key);
        return live == null ? null : live.profile();
    }

    /** How large the profile is in the store; empty if it is not here. */
    Optional<StoredSize> size(ProfileKey key) {
        return Optional.ofNullable(leastUsedFirst.get(key)).map(Live::size);
    }

    /** @param storedBytes how large it is in the store */
    void putWritten(StoredProfile profile, int storedBytes) {
        remove(profile.profile().key());
        add(new Live(profile, StoredSize.exactly(storedBytes), null));
        shrink();
    }

    /** @param size what it will be in the store */
    void putUnwritten(StoredProfile profile, StoredSize size) {
        Live known = take(profile.profile().key());
        add(new Live(profile, size, known == null ? null : known.events()));
        unwritten.put(profile.profile().key(), profile);
        shrink();
    }

    void remove(ProfileKey key) {
        take(key);
    }

    /** Takes it out, and returns it if it was here. */
    private @Nullable Live take(ProfileKey key) {
        Live known = leastUsedFirst.remove(key);
        heapBytes -= known == null ? 0 : known.heapBytes();
        unwritten.remove(key);
        return known;
    }

    /** Afterwards the store has all that is here. */
    void write() {
        List<StoredProfile> changed = List.copyOf(unwritten.values());
        changed.forEach(this::write);
        shrink();
    }

    private void write(StoredProfile profile) {
        Live known = leastUsedFirst.get(profile.profile().key());
        Written written = writer.write(profile, known == null ? null : known.events());
        remove(profile.profile().key());
        add(new Live(profile, StoredSize.exactly(written.bytes()), written.events()));
    }

    private void add(Live live) {
        leastUsedFirst.put(live.profile().profile().key(), live);
        heapBytes += live.heapBytes();
    }

    private void shrink() {
        Iterator<Live> eldest = leastUsedFirst.values().iterator();
        while (heapBytes > share.bytes() && eldest.hasNext()) {
            Live gone = eldest.next();
            if (unwritten.remove(gone.profile().profile().key()) != null) {
                writer.write(gone.profile(), gone.events());
            }
            heapBytes -= gone.heapBytes();
            eldest.remove();
        }
    }
}
