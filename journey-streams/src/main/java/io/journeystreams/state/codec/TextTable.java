package io.journeystreams.state.codec;

import io.journeystreams.contracts.StoredAddress;
import io.journeystreams.registry.WrittenItems;
import java.util.List;
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

    private final PlaceTable<String, Object> texts;

    private TextTable(PlaceTable<String, Object> texts) {
        this.texts = texts;
    }

    TextTable() {
        this(PlaceTable.ofSize(USUAL_TEXTS));
    }

    static TextTable kept(WrittenItems.Writer<Object> writer) {
        return new TextTable(PlaceTable.kept(writer));
    }

    TextTable continued() {
        return new TextTable(texts.continued(USUAL_TEXTS));
    }

    int place(String text) {
        int common = CommonTexts.place(text);
        return common < 0 ? common : ownPlace(text);
    }

    private int ownPlace(String text) {
        int known = texts.find(text);
        return known == PlaceTable.NONE ? texts.add(text, store(text)) : known;
    }

    @Nullable
    Integer place(Optional<String> text) {
        return text.isPresent() ? place(text.get()) : null;
    }

    List<Object> stored() {
        return texts.stored();
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
