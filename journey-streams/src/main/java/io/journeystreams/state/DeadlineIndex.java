package io.journeystreams.state;

import io.journeystreams.domain.event.ProfileKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The profiles' next deadlines in the order of time (rule T5): the cost of asking what is due follows what is due, not how
 * many profiles there are. One entry per profile at most.
 *
 * <p>Key: due time, then the profile key in UTF-8. The due time is big-endian with its sign bit flipped, so that the order
 * of bytes, which is unsigned, is the order of time. The value is empty.
 */
public final class DeadlineIndex {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<Bytes, byte[]> store;

    /**
     * No entry is due before this: what the last look found, lowered by every later entry. Spares a look into the store
     * where nothing can be due, and a walk over the tombstones of what has fired. It is not stored: a new instance starts
     * from the beginning of time.
     */
    private long nothingBeforeMs = Long.MIN_VALUE;

    public DeadlineIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void add(Deadline deadline) {
        store.put(keyOf(deadline), NOTHING);
        nothingBeforeMs = Math.min(nothingBeforeMs, deadline.dueAtMs());
    }

    public void remove(Deadline deadline) {
        store.delete(keyOf(deadline));
    }

    /** What is due at {@code nowMs} of the journal clock, the earliest first, at most {@code limit} entries. */
    public List<Deadline> due(long nowMs, int limit) {
        if (nowMs < nothingBeforeMs) {
            return List.of();
        }
        List<Deadline> due = new ArrayList<>();
        nothingBeforeMs = collect(nowMs, limit, due);
        return due;
    }

    /** Fills {@code due}, and returns the time before which nothing is left besides. */
    private long collect(long nowMs, int limit, List<Deadline> due) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(startOf(nothingBeforeMs), null)) {
            while (entries.hasNext()) {
                Deadline deadline = deadlineOf(entries.next().key);
                if (deadline.dueAtMs() > nowMs) {
                    return due.isEmpty() ? deadline.dueAtMs() : due.get(0).dueAtMs();
                }
                due.add(deadline);
                if (due.size() == limit) {
                    return due.get(0).dueAtMs();
                }
            }
        }
        return due.isEmpty() ? Long.MAX_VALUE : due.get(0).dueAtMs();
    }

    private static Bytes keyOf(Deadline deadline) {
        byte[] profile = deadline.profile().value().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + profile.length)
                .putLong(deadline.dueAtMs() ^ Long.MIN_VALUE)
                .put(profile)
                .array());
    }

    /** Lower than every key of that time, higher than every key before. */
    private static Bytes startOf(long dueAtMs) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES)
                .putLong(dueAtMs ^ Long.MIN_VALUE)
                .array());
    }

    private static Deadline deadlineOf(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        long dueAtMs = bytes.getLong() ^ Long.MIN_VALUE;
        return new Deadline(
                dueAtMs, new ProfileKey(StandardCharsets.UTF_8.decode(bytes).toString()));
    }
}
