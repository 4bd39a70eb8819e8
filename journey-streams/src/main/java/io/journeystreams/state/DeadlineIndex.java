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

    /** No deadline is as late. */
    private static final Bytes AFTER_ALL = startOf(Long.MAX_VALUE);

    private final KeyValueStore<Bytes, byte[]> store;

    /**
     * No entry lies before this key: the first that the last look found, lowered by every later entry. Spares a look into the
     * store where nothing can be due, and a walk over the tombstones of what has fired, of which very many may have had the
     * same due time. It is not stored: a new instance starts from the beginning of time.
     */
    private Bytes nothingBefore = startOf(Long.MIN_VALUE);

    public DeadlineIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void add(Deadline deadline) {
        Bytes key = keyOf(deadline);
        store.put(key, NOTHING);
        nothingBefore = earlier(nothingBefore, key);
    }

    public void remove(Deadline deadline) {
        store.delete(keyOf(deadline));
    }

    /** What is due at {@code nowMs} of the journal clock, the earliest first, at most {@code limit} entries. */
    public List<Deadline> due(long nowMs, int limit) {
        if (nowMs < dueAtMs(nothingBefore)) {
            return List.of();
        }
        List<Deadline> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(nothingBefore, null)) {
            nothingBefore = entries.hasNext() ? entries.peekNextKey() : AFTER_ALL;
            while (entries.hasNext() && due.size() < limit && dueAtMs(entries.peekNextKey()) <= nowMs) {
                due.add(deadlineOf(entries.next().key));
            }
        }
        return due;
    }

    private static Bytes earlier(Bytes one, Bytes other) {
        return one.compareTo(other) <= 0 ? one : other;
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

    private static long dueAtMs(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong() ^ Long.MIN_VALUE;
    }

    private static Deadline deadlineOf(Bytes key) {
        ByteBuffer profile = ByteBuffer.wrap(key.get()).position(Long.BYTES);
        return new Deadline(
                dueAtMs(key),
                new ProfileKey(StandardCharsets.UTF_8.decode(profile).toString()));
    }
}
