package io.journeystreams.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document whose parts know their line. */
public sealed interface YamlTree {

    /** Counted from 1. */
    int line();

    record Text(int line, String text) implements YamlTree {}

    record Items(int line, List<YamlTree> items) implements YamlTree {}

    /** Each entry has the line of its name. */
    record Section(int line, Map<String, YamlTree> entries) implements YamlTree {}

    /**
     * @param file for messages
     * @throws InvalidConfigException if it is no YAML, holds a name twice, or more than one document
     */
    static YamlTree read(String file, Reader text) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                return new Section(1, Map.of());
            }
            YamlTree tree = value(file, parser, line(parser));
            if (parser.nextToken() != null) {
                throw invalid(file, line(parser), "only one document may stand in the file");
            }
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            InvalidConfigException invalid =
                    invalid(file, line, "is not valid YAML: check indentation, colons and quotes");
            invalid.initCause(e);
            throw invalid;
        }
    }

    private static YamlTree value(String file, YAMLParser parser, int line) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> section(file, parser, line);
            case START_ARRAY -> items(file, parser, line);
            case VALUE_NULL -> new Text(line, "");
            default -> new Text(line, parser.getText());
        };
    }

    private static YamlTree section(String file, YAMLParser parser, int line) throws IOException {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int nameLine = line(parser);
            parser.nextToken();
            if (entries.put(name, value(file, parser, nameLine)) != null) {
                throw invalid(file, nameLine, name + " is said twice");
            }
        }
        return new Section(line, entries);
    }

    private static YamlTree items(String file, YAMLParser parser, int line) throws IOException {
        List<YamlTree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(file, parser, line(parser)));
        }
        return new Items(line, items);
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static InvalidConfigException invalid(String file, int line, String what) {
        return new InvalidConfigException(new ConfigProblem(file + ":" + line, what));
    }
}
