package io.journeystreams.state.codec;

import io.journeystreams.registry.WrittenItems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is stored once, and referred to by its place, that place: in the order of first use, from 0. A table may go on where another
 * one ends: what that has is not taken in again.
 *
 * <p>Keys are found by open addressing: tables are made for every profile that is encoded, some stay beside the profile, and a map of the
 * library takes about twice the memory.
 *
 * @param <K> what is looked up
 * @param <S> what is stored of it
 */
final class PlaceTable<K, S> {

    static final int NONE = -1;

    private static final int FREE = 0;

    private final @Nullable PlaceTable<K, S> first;
    private final List<S> items;

    /** In the order of their places. */
    private Object[] keys;

    /** At a key's hash, or behind it where that was taken: one more than its index in {@link #keys}. A power of two of them. */
    private int[] slots;

    private PlaceTable(@Nullable PlaceTable<K, S> first, int usualSize, List<S> items) {
        this.first = first;
        this.items = items;
        this.keys = new Object[usualSize];
        this.slots = new int[slotsFor(usualSize)];
    }

    /** @param usualSize room for so many is made at once, at least 1 */
    static <K, S> PlaceTable<K, S> ofSize(int usualSize) {
        return new PlaceTable<>(null, usualSize, new ArrayList<>(usualSize));
    }

    /** One that others go on from: what it has is written once for all of them. */
    static <K, S> PlaceTable<K, S> kept(WrittenItems.Writer<S> writer) {
        return new PlaceTable<>(null, 1, new WrittenItems<>(writer));
    }

    /** To be used until something is added to this one. */
    PlaceTable<K, S> continued(int usualSize) {
        return new PlaceTable<>(this, usualSize, new ArrayList<>(usualSize));
    }

    /** {@link #NONE} if it has none yet. */
    int find(K key) {
        int known = first == null ? NONE : first.find(key);
        if (known != NONE) {
            return known;
        }
        int taken = slots[slotOf(key)];
        return taken == FREE ? NONE : sizeOfFirst() + taken - 1;
    }

    /** @param key one that has no place yet */
    int add(K key, S item) {
        int index = items.size();
        items.add(item);
        makeRoomFor(index + 1);
        keys[index] = key;
        slots[slotOf(key)] = index + 1;
        return sizeOfFirst() + index;
    }

    List<S> stored() {
        return first != null && first.items instanceof WrittenItems<S> written ? written.followedBy(items) : items;
    }

    private int sizeOfFirst() {
        return first == null ? 0 : first.sizeOfFirst() + first.items.size();
    }

    /** That of the key, or the free one where it belongs. */
    private int slotOf(Object key) {
        int hash = key.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != FREE && !keys[slots[slot] - 1].equals(key)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void makeRoomFor(int size) {
        if (size > keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        if (slotsFor(size) > slots.length) {
            slots = new int[slotsFor(size)];
            for (int index = 0; index < size - 1; index++) {
                slots[slotOf(keys[index])] = index + 1;
            }
        }
    }

    /** At least half of them stay free, so that a key is found soon. */
    private static int slotsFor(int size) {
        return Integer.highestOneBit(size) << 2;
    }
}
