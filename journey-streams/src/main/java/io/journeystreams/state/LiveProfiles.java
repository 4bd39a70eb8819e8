package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of one task that were used last, as objects: they need not be read and decoded again, and know how far they have been told.
 * The store stays the truth: all that is here has been written to it. For one thread.
 */
final class LiveProfiles {

    /** Heap for a byte of a stored profile; 8 were seen in a week of a shop, what was told included. */
    private static final int HEAP_PER_STORED_BYTE = 10;

    private final HeapBudget.Share share;
    private final Map<ProfileKey, Live> leastUsedFirst = new LinkedHashMap<>(16, 0.75f, true);
    private long heapBytes;

    LiveProfiles(HeapBudget.Share share) {
        this.share = share;
    }

    private record Live(StoredProfile profile, long heapBytes) {}

    @Nullable
    StoredProfile get(ProfileKey key) {
        Live live = leastUsedFirst.get(key);
        return live == null ? null : live.profile();
    }

    /** @param storedBytes how large it is in the store */
    void put(StoredProfile profile, int storedBytes) {
        remove(profile.profile().key());
        Live live = new Live(profile, (long) storedBytes * HEAP_PER_STORED_BYTE);
        leastUsedFirst.put(profile.profile().key(), live);
        heapBytes += live.heapBytes();
        shrink();
    }

    void remove(ProfileKey key) {
        Live known = leastUsedFirst.remove(key);
        heapBytes -= known == null ? 0 : known.heapBytes();
    }

    private void shrink() {
        Iterator<Live> eldest = leastUsedFirst.values().iterator();
        while (heapBytes > share.bytes() && eldest.hasNext()) {
            heapBytes -= eldest.next().heapBytes();
            eldest.remove();
        }
    }
}
