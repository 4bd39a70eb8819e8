package io.journeystreams.intake.vocabulary;

import io.journeystreams.config.ConfigProblem;
import io.journeystreams.config.NearestName;
import io.journeystreams.config.YamlTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Takes parts of the expected form out of a YAML document, and collects what is wrong with the others. */
final class YamlChecks {

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();

    /** @param file for messages */
    YamlChecks(String file) {
        this.file = file;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    void problem(YamlTree where, String what) {
        problems.add(new ConfigProblem(file + ":" + where.line(), what));
    }

    /** The entries of a section, all of which must be known. */
    Map<String, YamlTree> section(YamlTree tree, String name, Collection<String> known) {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        eachEntry(tree, name, (key, value) -> {
            if (known.contains(key)) {
                entries.put(key, value);
            } else {
                problem(value, unknown(key, name, known));
            }
        });
        return entries;
    }

    void eachEntry(YamlTree tree, String name, BiConsumer<String, YamlTree> use) {
        if (tree instanceof YamlTree.Section section) {
            section.entries().forEach(use);
        } else {
            problem(tree, name + " must be a section of names and values");
        }
    }

    /** A list, or one item that needs none. */
    List<YamlTree> items(YamlTree tree) {
        return tree instanceof YamlTree.Items items ? items.items() : List.of(tree);
    }

    Optional<String> text(YamlTree tree, String name) {
        if (tree instanceof YamlTree.Text text && !text.text().isBlank()) {
            return Optional.of(text.text());
        }
        problem(tree, name + " must be a text");
        return Optional.empty();
    }

    List<String> texts(YamlTree tree, String name) {
        return items(tree).stream().flatMap(item -> text(item, name).stream()).toList();
    }

    /** Names and texts. */
    Map<String, String> textsByName(YamlTree tree, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        eachEntry(tree, name, (key, value) -> text(value, name + "." + key).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    Optional<FieldPath> path(YamlTree tree, String name) {
        Optional<String> text = text(tree, name);
        Optional<FieldPath> path = text.flatMap(FieldPath::parse);
        if (text.isPresent() && path.isEmpty()) {
            problem(
                    tree,
                    name + ": \"" + text.get()
                            + "\" is no path; expected names joined by dots, such as context.page.url");
        }
        return path;
    }

    List<FieldPath> paths(YamlTree tree, String name) {
        return items(tree).stream().flatMap(item -> path(item, name).stream()).toList();
    }

    Optional<String> type(YamlTree tree, String name) {
        Optional<String> type = text(tree, name);
        if (type.isPresent() && !TypeName.isType(type.get())) {
            problem(tree, name + ": \"" + type.get() + "\" is no type; expected snake_case such as product_added");
        }
        return type.filter(TypeName::isType);
    }

    private static String unknown(String key, String section, Collection<String> known) {
        return NearestName.of(key, known)
                .map(meant -> section + " knows no \"" + key + "\"; did you mean " + meant + "?")
                .orElse(section + " knows no \"" + key + "\"; it takes " + String.join(", ", known));
    }
}
