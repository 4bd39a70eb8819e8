package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of a stored profile, by their places. */
final class Texts {

    private final List<String> texts;

    /** @throws UnreadableStateException if an address does not follow its folder */
    Texts(List<Object> stored) {
        texts = new ArrayList<>(stored.size());
        stored.forEach(text -> texts.add(read(text)));
    }

    /** @throws UnreadableStateException if there is no such place */
    String at(int place) {
        return place < 0 ? CommonTexts.at(place) : Places.get(texts, place);
    }

    Optional<String> find(@Nullable Integer place) {
        return place == null ? Optional.empty() : Optional.of(at(place));
    }

    private String read(Object stored) {
        return stored instanceof StoredAddress address
                ? at(address.getFolder()) + address.getName()
                : UuidText.read(stored);
    }
}
