package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives every text of a profile its place, in the order of first use, while the profile is encoded. Three forms: a canonical
 * UUID is 16 bytes; an address is its folder, itself a text, and its name; any other text is itself.
 */
final class TextTable {

    private static final String SCHEME = "http";

    /** Texts of a usual profile: room for them is made at once. */
    private static final int USUAL_TEXTS = 48;

    private final Map<String, Integer> places = new HashMap<>(2 * USUAL_TEXTS);
    private final List<Object> texts = new ArrayList<>(USUAL_TEXTS);

    int place(String text) {
        int common = CommonTexts.place(text);
        return common < 0 ? common : ownPlace(text);
    }

    private int ownPlace(String text) {
        Integer known = places.get(text);
        if (known != null) {
            return known;
        }
        Object stored = store(text);
        places.put(text, texts.size());
        texts.add(stored);
        return texts.size() - 1;
    }

    @Nullable
    Integer place(Optional<String> text) {
        return text.isPresent() ? place(text.get()) : null;
    }

    List<Object> stored() {
        return texts;
    }

    /** The folder of an address takes its place before the address does. */
    private Object store(String text) {
        int nameAt = text.lastIndexOf('/') + 1;
        boolean isAddress = text.startsWith(SCHEME) && nameAt > 0 && nameAt < text.length();
        return isAddress
                ? new StoredAddress(place(text.substring(0, nameAt)), text.substring(nameAt))
                : UuidText.store(text);
    }
}
