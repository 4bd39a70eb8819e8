package io.journeystreams.intake.vocabulary;

import io.journeystreams.config.ConfigProblem;
import io.journeystreams.config.InvalidConfigException;
import io.journeystreams.config.YamlTree;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a mapping from YAML; its form is described in {@code docs/vocabularies.md}. */
final class MappingFile {

    private static final List<String> TOP =
            List.of("replaces", "absent", "pairs", "name", "detail", "events", "fields", "lines", "attributes");
    private static final YamlTree NOTHING = new YamlTree.Section(1, Map.of());
    private static final YamlTree NO_ITEMS = new YamlTree.Items(1, List.of());

    private final MappingForm form;
    private final SourceParser sources;

    private MappingFile(String file) {
        this.form = new MappingForm(file);
        this.sources = new SourceParser(form);
    }

    /**
     * @param file for messages
     * @param base what counts where this mapping says nothing, unless it replaces everything
     * @throws InvalidConfigException with every problem there is
     */
    static Mapping read(String file, Reader text, Mapping base) throws IOException {
        YamlTree tree = YamlTree.read(file, text);
        MappingFile reader = new MappingFile(file);
        Map<String, YamlTree> top = reader.form.section(tree, "a mapping", TOP);
        Mapping said = reader.mapping(top);
        Mapping mapping = reader.replaces(top) ? said : said.over(base);
        reader.requireUsable(mapping, tree);
        List<ConfigProblem> problems = reader.form.problems();
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return mapping;
    }

    /** Says nothing. */
    static Mapping empty() {
        return new MappingFile("").mapping(Map.of());
    }

    private Mapping mapping(Map<String, YamlTree> top) {
        return new Mapping(
                new HashSet<>(form.texts(top.getOrDefault("absent", NO_ITEMS), "absent")),
                pairs(top.getOrDefault("pairs", NOTHING)),
                sources.list(top.getOrDefault("name", NO_ITEMS), "name"),
                sources.list(top.getOrDefault("detail", NO_ITEMS), "detail"),
                events(top.getOrDefault("events", NOTHING)),
                fields(top.getOrDefault("fields", NOTHING), "fields", EventField.values(), EventField::key),
                lines(top.getOrDefault("lines", NOTHING)),
                attributes(top.getOrDefault("attributes", NOTHING)));
    }

    private boolean replaces(Map<String, YamlTree> top) {
        YamlTree said = top.get("replaces");
        if (said == null) {
            return false;
        }
        String text = form.text(said, "replaces").orElse("");
        if (!text.equals("true") && !text.equals("false")) {
            form.problem(said, "replaces must be true or false");
        }
        return text.equals("true");
    }

    private Map<String, PairList> pairs(YamlTree tree) {
        Map<String, PairList> pairs = new LinkedHashMap<>();
        form.entries(tree, "pairs").forEach((at, pair) -> {
            String name = "pairs." + at;
            Map<String, YamlTree> entries = form.section(pair, name, List.of("key", "value"));
            if (entries.size() < 2) {
                form.problem(pair, name + " needs key and value");
                return;
            }
            List<FieldPath> values = form.paths(Objects.requireNonNull(entries.get("value")), name + ".value");
            form.path(Objects.requireNonNull(entries.get("key")), name + ".key")
                    .ifPresent(key -> pairs.put(at, new PairList(at, key, values)));
        });
        return pairs;
    }

    private Map<String, EventType> events(YamlTree tree) {
        Map<String, EventType> events = new LinkedHashMap<>();
        Map<String, String> spelled = new HashMap<>();
        form.entries(tree, "events").forEach((name, type) -> {
            String before = spelled.put(TypeName.of(name), name);
            if (before != null) {
                form.problem(type, "events: \"" + name + "\" is the same name as \"" + before + "\"");
            }
            eventType(type, "events." + name).ifPresent(known -> events.put(TypeName.of(name), known));
        });
        return events;
    }

    private Optional<EventType> eventType(YamlTree tree, String name) {
        if (tree instanceof YamlTree.Text) {
            return form.type(tree, name).map(type -> new EventType(type, Map.of()));
        }
        Map<String, String> byDetail = new LinkedHashMap<>();
        form.entries(tree, name).forEach((detail, type) -> form.type(type, name + "." + detail)
                .ifPresent(known -> byDetail.put(TypeName.of(detail), known)));
        String otherwise = byDetail.remove("otherwise");
        if (otherwise == null) {
            form.problem(tree, name + " must be a type, or types by detail and \"otherwise\"");
            return Optional.empty();
        }
        return Optional.of(new EventType(otherwise, byDetail));
    }

    private <F> Map<F, List<ValueSource>> fields(YamlTree tree, String name, F[] all, Function<F, String> keyOf) {
        Map<String, F> byKey = new LinkedHashMap<>();
        Arrays.stream(all).forEach(field -> byKey.put(keyOf.apply(field), field));
        Map<F, List<ValueSource>> fields = new LinkedHashMap<>();
        form.section(tree, name, byKey.keySet())
                .forEach((key, value) ->
                        fields.put(Objects.requireNonNull(byKey.get(key)), sources.list(value, name + "." + key)));
        return fields;
    }

    private LineMapping lines(YamlTree tree) {
        Map<String, YamlTree> entries =
                form.section(tree, "lines", List.of("from", "fields", "whenAbsent", "whenEmpty"));
        return new LineMapping(
                form.paths(entries.getOrDefault("from", NO_ITEMS), "lines.from"),
                fields(entries.getOrDefault("fields", NOTHING), "lines.fields", LineField.values(), LineField::key),
                types(entries.getOrDefault("whenAbsent", NOTHING), "lines.whenAbsent"),
                types(entries.getOrDefault("whenEmpty", NOTHING), "lines.whenEmpty"));
    }

    private Map<String, String> types(YamlTree tree, String name) {
        Map<String, String> types = new LinkedHashMap<>();
        form.entries(tree, name)
                .forEach((from, to) -> form.type(to, name + "." + from).ifPresent(type -> types.put(from, type)));
        return types;
    }

    private AttributeMapping attributes(YamlTree tree) {
        Map<String, YamlTree> entries = form.section(tree, "attributes", List.of("named", "from", "without"));
        Map<String, List<ValueSource>> named = new LinkedHashMap<>();
        form.entries(entries.getOrDefault("named", NOTHING), "attributes.named")
                .forEach((name, value) -> named.put(name, sources.list(value, "attributes.named." + name)));
        Set<String> without = form.texts(entries.getOrDefault("without", NO_ITEMS), "attributes.without").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new AttributeMapping(
                named, form.paths(entries.getOrDefault("from", NO_ITEMS), "attributes.from"), without);
    }

    private void requireUsable(Mapping mapping, YamlTree tree) {
        List<String> missing = new ArrayList<>();
        if (mapping.name().isEmpty()) {
            missing.add("name");
        }
        for (EventField field : List.of(EventField.EVENT_ID, EventField.OCCURRED_AT)) {
            if (mapping.fields().getOrDefault(field, List.of()).isEmpty()) {
                missing.add("fields." + field.key());
            }
        }
        boolean readsLines = !mapping.lines().from().isEmpty();
        if (readsLines && !mapping.lines().fields().containsKey(LineField.PRODUCT_ID)) {
            missing.add("lines.fields.productId");
        }
        missing.forEach(name -> form.problem(tree, "the mapping does not say " + name));
    }
}
