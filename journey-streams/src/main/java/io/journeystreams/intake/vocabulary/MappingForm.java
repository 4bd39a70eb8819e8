package io.journeystreams.intake.vocabulary;

import io.journeystreams.config.YamlForm;
import io.journeystreams.config.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes parts of a vocabulary's table out of a YAML document, and collects what has not the expected form. */
final class MappingForm extends YamlForm {

    /** @param file for messages */
    MappingForm(String file) {
        super(file);
    }

    /** Names and texts. */
    Map<String, String> textsByName(YamlTree tree, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(tree, name)
                .forEach((key, value) -> text(value, name + "." + key).ifPresent(text -> texts.put(key, text)));
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
}
