package io.journeystreams.state.codec;

import io.journeystreams.registry.WrittenItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is stored once, and referred to by its place, that place: in the order of first use, from 0. A table may go on where another
 * one ends: what that has is not taken in again.
 *
 * @param <K> what is looked up
 * @param <S> what is stored of it
 */
final class PlaceTable<K, S> {

    static final int NONE = -1;

    private final @Nullable PlaceTable<K, S> first;
    private final Map<K, Integer> places;
    private final List<S> items;

    private PlaceTable(@Nullable PlaceTable<K, S> first, Map<K, Integer> places, List<S> items) {
        this.first = first;
        this.places = places;
        this.items = items;
    }

    /** @param usualSize room for so many is made at once */
    static <K, S> PlaceTable<K, S> ofSize(int usualSize) {
        return new PlaceTable<>(null, new HashMap<>(2 * usualSize), new ArrayList<>(usualSize));
    }

    /** One that others go on from: what it has is written once for all of them. */
    static <K, S> PlaceTable<K, S> kept(WrittenItems.Writer<S> writer) {
        return new PlaceTable<>(null, new HashMap<>(), new WrittenItems<>(writer));
    }

    /** To be used until something is added to this one. */
    PlaceTable<K, S> continued(int usualSize) {
        return new PlaceTable<>(this, new HashMap<>(2 * usualSize), new ArrayList<>(usualSize));
    }

    /** {@link #NONE} if it has none yet. */
    int find(K key) {
        int known = first == null ? NONE : first.find(key);
        return known == NONE ? places.getOrDefault(key, NONE) : known;
    }

    /** @param key one that has no place yet */
    int add(K key, S item) {
        int place = size();
        items.add(item);
        places.put(key, place);
        return place;
    }

    int size() {
        return (first == null ? 0 : first.size()) + items.size();
    }

    List<S> stored() {
        return first != null && first.items instanceof WrittenItems<S> written ? written.followedBy(items) : items;
    }
}
