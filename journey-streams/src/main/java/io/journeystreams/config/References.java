package io.journeystreams.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills in {@code ${file:/path}} and {@code ${env:NAME}}, so that secrets need not stand in the file itself. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(file|env):([^}]+)}");

    private final Map<String, String> environment;

    References(Map<String, String> environment) {
        this.environment = environment;
    }

    static boolean isIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** @throws IllegalArgumentException that says what cannot be read, without a value */
    String resolve(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals("file") ? fromFile(found.group(2)) : fromEnvironment(found.group(2))));
    }

    private static String fromFile(String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("refers to the file " + path + ", which cannot be read", e);
        }
    }

    private String fromEnvironment(String name) {
        @Nullable String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("refers to the environment variable " + name + ", which is not set");
        }
        return value;
    }
}
