package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.state.codec.EncodedEvents;
import java.util.ArrayList;
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

    /** All that are to be written, and some that have been since, or are gone. */
    private final List<Live> changed = new ArrayList<>();

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

    /** One that is in use. It stays the same object, however often its profile changes: it is found, and takes its place, once. */
    private static final class Live {

        private StoredProfile profile;

        /** In the store, or as far as that is known where it has changed since it was there. */
        private StoredSize size;

        /** Of when it was last written, if that was here. */
        private @Nullable EncodedEvents events;

        private boolean isUnwritten;

        Live(StoredProfile profile) {
            this.profile = profile;
            this.size = StoredSize.NOTHING;
        }

        long heapBytes() {
            return (long) size.likelyBytes() * HEAP_PER_STORED_BYTE;
        }
    }

    @Nullable
    StoredProfile get(ProfileKey key) {
        Live live = leastUsedFirst.get(key);
        return live == null ? null : live.profile;
    }

    /** How large the profile is in the store; empty if it is not here. */
    Optional<StoredSize> size(ProfileKey key) {
        Live live = leastUsedFirst.get(key);
        return live == null ? Optional.empty() : Optional.of(live.size);
    }

    /** @param storedBytes how large it is in the store */
    void putWritten(StoredProfile profile, int storedBytes) {
        Live live = put(profile, StoredSize.exactly(storedBytes));
        live.events = null;
        live.isUnwritten = false;
        shrink();
    }

    /** @param size what it will be in the store */
    void putUnwritten(StoredProfile profile, StoredSize size) {
        Live live = put(profile, size);
        if (!live.isUnwritten) {
            live.isUnwritten = true;
            changed.add(live);
        }
        shrink();
    }

    void remove(ProfileKey key) {
        Live gone = leastUsedFirst.remove(key);
        if (gone != null) {
            heapBytes -= gone.heapBytes();
            gone.isUnwritten = false;
        }
    }

    /** Afterwards the store has all that is here. */
    void write() {
        for (Live live : changed) {
            if (live.isUnwritten) {
                write(live);
            }
        }
        changed.clear();
        shrink();
    }

    private void write(Live live) {
        Written written = writer.write(live.profile, live.events);
        resize(live, StoredSize.exactly(written.bytes()));
        live.events = written.events();
        live.isUnwritten = false;
    }

    private Live put(StoredProfile profile, StoredSize size) {
        ProfileKey key = profile.profile().key();
        Live live = leastUsedFirst.get(key);
        if (live == null) {
            live = new Live(profile);
            leastUsedFirst.put(key, live);
        }
        live.profile = profile;
        resize(live, size);
        return live;
    }

    private void resize(Live live, StoredSize size) {
        heapBytes -= live.heapBytes();
        live.size = size;
        heapBytes += live.heapBytes();
    }

    private void shrink() {
        Iterator<Live> eldest = leastUsedFirst.values().iterator();
        while (heapBytes > share.bytes() && eldest.hasNext()) {
            Live gone = eldest.next();
            if (gone.isUnwritten) {
                write(gone);
            }
            heapBytes -= gone.heapBytes();
            eldest.remove();
        }
    }
}
