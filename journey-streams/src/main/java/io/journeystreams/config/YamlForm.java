package io.journeystreams.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes parts out of a YAML document, and collects what has not the expected form. What is not there is empty. */
public class YamlForm {

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();

    /** @param file for messages */
    public YamlForm(String file) {
        this.file = file;
    }

    public final List<ConfigProblem> problems() {
        return problems;
    }

    public final void problem(YamlTree where, String what) {
        problems.add(new ConfigProblem(file + ":" + where.line(), what));
    }

    /** The entries of a section, all of which must be known. */
    public final Map<String, YamlTree> section(YamlTree tree, String name, Collection<String> known) {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        entries(tree, name).forEach((key, value) -> {
            if (known.contains(key)) {
                entries.put(key, value);
            } else {
                problem(value, unknown(key, name, known));
            }
        });
        return entries;
    }

    public final Map<String, YamlTree> entries(@Nullable YamlTree tree, String name) {
        if (tree instanceof YamlTree.Section section) {
            return section.entries();
        }
        if (tree != null) {
            problem(tree, name + " must be a section of names and values");
        }
        return Map.of();
    }

    /** A list, or one item that needs none. */
    public final List<YamlTree> items(@Nullable YamlTree tree) {
        if (tree == null) {
            return List.of();
        }
        return tree instanceof YamlTree.Items items ? items.items() : List.of(tree);
    }

    public final List<String> texts(@Nullable YamlTree tree, String name) {
        return items(tree).stream().flatMap(item -> text(item, name).stream()).toList();
    }

    public final Optional<String> text(@Nullable YamlTree tree, String name) {
        if (tree instanceof YamlTree.Text text && !text.text().isBlank()) {
            return Optional.of(text.text());
        }
        if (tree != null) {
            problem(tree, name + " must be a text");
        }
        return Optional.empty();
    }

    public final Optional<Integer> number(@Nullable YamlTree tree, String name) {
        Optional<String> text = text(tree, name);
        try {
            return text.map(Integer::valueOf);
        } catch (NumberFormatException e) {
            if (tree != null) {
                problem(tree, name + " must be a whole number");
            }
            return Optional.empty();
        }
    }

    private static String unknown(String key, String section, Collection<String> known) {
        return NearestName.of(key, known)
                .map(meant -> section + " knows no \"" + key + "\"; did you mean " + meant + "?")
                .orElse(section + " knows no \"" + key + "\"; it takes " + String.join(", ", known));
    }
}
