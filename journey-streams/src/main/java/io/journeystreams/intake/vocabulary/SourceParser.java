package io.journeystreams.intake.vocabulary;

import io.journeystreams.config.YamlTree;
import io.journeystreams.intake.vocabulary.ValueSource.TimeUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads where values come from: a path, or a section with {@code path}, {@code constant} or {@code derived}. */
final class SourceParser {

    private static final String UNITS = Arrays.stream(TimeUnit.values())
            .map(unit -> unit.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));

    private final MappingForm form;

    SourceParser(MappingForm form) {
        this.form = form;
    }

    /** One source, or a list of them. */
    List<ValueSource> list(YamlTree tree, String name) {
        return form.items(tree).stream()
                .flatMap(item -> source(item, name).stream())
                .toList();
    }

    private Optional<ValueSource> source(YamlTree tree, String name) {
        if (tree instanceof YamlTree.Text) {
            return form.path(tree, name).map(path -> new ValueSource.At(path, Map.of(), Set.of(), TimeUnit.ISO));
        }
        Map<String, YamlTree> entries =
                form.section(tree, name, List.of("path", "values", "of", "unit", "constant", "derived"));
        if (entries.containsKey("path")) {
            return at(tree, entries, name);
        }
        if (entries.size() == 1 && entries.containsKey("constant")) {
            return form.text(entry(entries, "constant"), name + ".constant").map(ValueSource.Constant::new);
        }
        if (entries.size() == 1 && entries.containsKey("derived")) {
            return Optional.of(new ValueSource.Derived(form.paths(entry(entries, "derived"), name + ".derived")));
        }
        form.problem(tree, name + " needs a path (with values, of, unit), or a constant, or derived");
        return Optional.empty();
    }

    private Optional<ValueSource> at(YamlTree tree, Map<String, YamlTree> entries, String name) {
        if (entries.containsKey("constant") || entries.containsKey("derived")) {
            form.problem(tree, name + " takes one of path, constant and derived");
        }
        Map<String, String> values = new TreeMap<>();
        if (entries.containsKey("values")) {
            form.textsByName(entry(entries, "values"), name + ".values")
                    .forEach((value, meaning) -> values.put(value.toLowerCase(Locale.ROOT), meaning));
        }
        Set<String> types =
                entries.containsKey("of") ? new HashSet<>(form.texts(entry(entries, "of"), name + ".of")) : Set.of();
        TimeUnit unit = entries.containsKey("unit") ? unit(entry(entries, "unit"), name) : TimeUnit.ISO;
        return form.path(entry(entries, "path"), name + ".path")
                .map(path -> new ValueSource.At(path, values, types, unit));
    }

    private TimeUnit unit(YamlTree tree, String name) {
        String text = form.text(tree, name + ".unit").orElse("");
        Optional<TimeUnit> unit = Arrays.stream(TimeUnit.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
        boolean isTime = name.endsWith("." + EventField.OCCURRED_AT.key());
        if (unit.isEmpty() || !isTime) {
            form.problem(tree, isTime ? name + ".unit must be one of " + UNITS : name + " is no time and has no unit");
        }
        return unit.orElse(TimeUnit.ISO);
    }

    private static YamlTree entry(Map<String, YamlTree> entries, String name) {
        return Objects.requireNonNull(entries.get(name));
    }
}
