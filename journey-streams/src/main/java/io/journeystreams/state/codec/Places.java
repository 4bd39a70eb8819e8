package io.journeystreams.state.codec;

import java.util.List;

/** Looks up what is stored once and referred to by its place, from 0. */
final class Places {

    private Places() {}

    /** @throws UnreadableStateException if there is no such place */
    static <T> T get(List<T> table, int place) {
        if (place < 0 || place >= table.size()) {
            throw new UnreadableStateException("place must be from 0 to below " + table.size() + ": " + place);
        }
        return table.get(place);
    }
}
