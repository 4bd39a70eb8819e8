package io.journeystreams.state;

/**
 * How large a profile is in the store, without its key, or by how much it grows there; as far as that is known before it is encoded.
 *
 * @param mostBytes at the most: what may be stored is held against it
 * @param likelyBytes rather less: heap is planned by it
 */
public record StoredSize(int mostBytes, int likelyBytes) {

    static final StoredSize NOTHING = exactly(0);

    static StoredSize exactly(int bytes) {
        return new StoredSize(bytes, bytes);
    }

    /** Never beyond what an int holds. */
    StoredSize plus(StoredSize growth) {
        return new StoredSize(sum(mostBytes, growth.mostBytes), sum(likelyBytes, growth.likelyBytes));
    }

    private static int sum(int bytes, int more) {
        return (int) Math.min(Integer.MAX_VALUE, (long) bytes + more);
    }
}
