package io.journeystreams.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.journeystreams.config.RawSetting.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a YAML file of nested sections into flat settings that know their line. */
final class YamlFile {

    private final Path file;
    private final List<RawSetting> settings = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private YamlFile(Path file) {
        this.file = file;
    }

    /** @throws InvalidConfigException if the file cannot be read or holds anything but sections and single values */
    static List<RawSetting> read(Path file) {
        YamlFile reader = new YamlFile(file);
        try (YAMLParser parser = new YAMLFactory().createParser(Files.newBufferedReader(file))) {
            reader.readDocument(parser);
        } catch (NoSuchFileException e) {
            throw reader.unusable("no such file", e);
        } catch (JsonProcessingException e) {
            throw reader.malformed(e);
        } catch (IOException e) {
            throw reader.unusable("cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
        if (!reader.problems.isEmpty()) {
            throw new InvalidConfigException(reader.problems);
        }
        return reader.settings;
    }

    private void readDocument(YAMLParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            problems.add(new ConfigProblem(where(parser), "expected settings of the form name: value"));
            return;
        }
        readSection(parser, "");
        if (parser.nextToken() != null) {
            problems.add(new ConfigProblem(where(parser), "only one document may stand in the file"));
        }
    }

    private void readSection(YAMLParser parser, String prefix) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + parser.currentName();
            String where = where(parser);
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                readSection(parser, path + ".");
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
                problems.add(new ConfigProblem(where, path + " is a list; expected one value"));
            } else if (token == JsonToken.VALUE_NULL || parser.getText().isEmpty()) {
                problems.add(new ConfigProblem(where, path + " has no value; give it one or remove the line"));
            } else {
                add(path, parser.getText(), where);
            }
        }
    }

    private void add(String path, String text, String where) {
        if (!seen.add(path)) {
            problems.add(new ConfigProblem(where, path + " is set twice"));
            return;
        }
        settings.add(new RawSetting(path, text, Origin.FILE, where));
    }

    private String where(YAMLParser parser) {
        return file + ":" + parser.currentTokenLocation().getLineNr();
    }

    private InvalidConfigException malformed(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return invalid(file + ":" + line, "is not valid YAML: check indentation, colons and quotes", e);
    }

    private InvalidConfigException unusable(String what, IOException e) {
        return invalid(file.toString(), what, e);
    }

    private static InvalidConfigException invalid(String where, String what, Exception cause) {
        InvalidConfigException invalid = new InvalidConfigException(new ConfigProblem(where, what));
        invalid.initCause(cause);
        return invalid;
    }
}
