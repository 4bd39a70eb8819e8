package io.journeystreams.intake.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what no field was filled from, within bounds, because it stays with the profile for days: those named by the mapping,
 * then single values in the order of the document. Objects, lists and what is too long stay in the journal only.
 */
final class AttributeReader {

    /** Attributes of an event at most. */
    static final int MOST = 32;

    /** Characters. */
    static final int LONGEST_NAME = 64;

    /** Characters. */
    static final int LONGEST_VALUE = 256;

    private final AttributeMapping mapping;

    AttributeReader(AttributeMapping mapping) {
        this.mapping = mapping;
    }

    /** To be asked when all fields have been read. */
    Map<String, String> read(MappedDocument document, String type) {
        Map<String, String> attributes = new LinkedHashMap<>();
        mapping.named().forEach((name, sources) -> document.text(sources, type)
                .ifPresent(value -> put(attributes, name, value)));
        for (FieldPath path : mapping.from()) {
            for (JsonNode node : document.nodes(path)) {
                node.properties().forEach(field -> keep(attributes, document, path, field));
            }
        }
        return attributes;
    }

    private void keep(
            Map<String, String> attributes,
            MappedDocument document,
            FieldPath path,
            Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        boolean isWanted = !mapping.without().contains(name.toLowerCase(Locale.ROOT))
                && !document.isUsed(path + "." + name)
                && !attributes.containsKey(name);
        Optional<String> value = document.textOf(field.getValue());
        if (isWanted && value.isPresent()) {
            put(attributes, name, value.get());
        }
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (attributes.size() < MOST && name.length() <= LONGEST_NAME && value.length() <= LONGEST_VALUE) {
            attributes.put(name, value);
        }
    }
}
