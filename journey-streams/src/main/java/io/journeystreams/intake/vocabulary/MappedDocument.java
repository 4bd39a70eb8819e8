package io.journeystreams.intake.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.event.DerivedId;
import io.journeystreams.intake.vocabulary.ValueSource.TimeUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds values in one document, or in one line of it, by their sources, and remembers where it found them. */
final class MappedDocument {

    private final JsonNode root;
    private final Set<String> absent;
    private final Set<String> used = new HashSet<>();

    /** @param absent texts that stand for nothing */
    MappedDocument(JsonNode root, Set<String> absent) {
        this.root = root;
        this.absent = absent;
    }

    /** The document with its lists of keys and values as objects. */
    static MappedDocument of(ObjectNode document, Mapping mapping) {
        MappedDocument mapped = new MappedDocument(document, mapping.absent());
        mapping.pairs().values().forEach(pairs -> mapped.readAsObject(pairs, document));
        return mapped;
    }

    /** @param unit how a time that was found is written */
    record Found(String text, TimeUnit unit) {}

    /** A part of the document, to be read for itself. */
    MappedDocument part(JsonNode node) {
        return new MappedDocument(node, absent);
    }

    Optional<String> text(List<ValueSource> sources, String type) {
        return find(sources, type).map(Found::text);
    }

    /** What the first source has that has anything. */
    Optional<Found> find(List<ValueSource> sources, String type) {
        for (ValueSource source : sources) {
            Optional<Found> found = find(source, type);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    List<JsonNode> nodes(FieldPath path) {
        return path.in(root);
    }

    /** A field was filled from there. */
    boolean isUsed(String path) {
        return used.contains(path);
    }

    /** What filled a line of the document filled the document. */
    void addUsed(FieldPath path, MappedDocument part) {
        part.used.forEach(name -> used.add(path + "." + name));
    }

    /** The text of a single value that says something. */
    Optional<String> textOf(JsonNode node) {
        return Optional.of(node)
                .filter(value -> value.isTextual() || value.isNumber() || value.isBoolean())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && !absent.contains(text));
    }

    private Optional<Found> find(ValueSource source, String type) {
        if (source instanceof ValueSource.Constant constant) {
            return Optional.of(new Found(constant.text(), TimeUnit.ISO));
        }
        if (source instanceof ValueSource.Derived derived) {
            return derived(derived.paths()).map(id -> new Found(id, TimeUnit.ISO));
        }
        ValueSource.At at = (ValueSource.At) source;
        if (!at.types().isEmpty() && !at.types().contains(type)) {
            return Optional.empty();
        }
        Optional<String> value = firstText(at.path()).flatMap(text -> meaning(text, at));
        value.ifPresent(text -> used.add(at.path().toString()));
        return value.map(text -> new Found(text, at.unit()));
    }

    private static Optional<String> meaning(String text, ValueSource.At at) {
        return at.values().isEmpty()
                ? Optional.of(text)
                : Optional.ofNullable(at.values().get(text.toLowerCase(Locale.ROOT)));
    }

    private Optional<String> firstText(FieldPath path) {
        return nodes(path).stream().flatMap(node -> textOf(node).stream()).findFirst();
    }

    private Optional<String> derived(List<FieldPath> paths) {
        List<String> causes = new ArrayList<>();
        for (FieldPath path : paths) {
            List<JsonNode> nodes = nodes(path);
            if (nodes.isEmpty()) {
                return Optional.empty();
            }
            causes.add(nodes.toString().replace('|', '/'));
        }
        return Optional.of(DerivedId.of(causes.toArray(String[]::new)));
    }

    private void readAsObject(PairList pairs, ObjectNode document) {
        JsonNode list = document.path(pairs.at());
        if (!list.isArray()) {
            return;
        }
        ObjectNode object = document.objectNode();
        for (JsonNode element : list) {
            MappedDocument pair = part(element);
            Optional<JsonNode> value = pairs.values().stream()
                    .flatMap(path -> pair.nodes(path).stream())
                    .findFirst();
            pair.firstText(pairs.key()).ifPresent(key -> value.ifPresent(node -> object.set(key, node)));
        }
        document.set(pairs.at(), object);
    }
}
