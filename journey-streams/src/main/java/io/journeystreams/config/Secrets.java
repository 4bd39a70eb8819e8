package io.journeystreams.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the secret values of a configuration and takes them out of whatever is shown. */
public final class Secrets {

    static final String MASK = "********";

    private static final Pattern SECRET_NAME =
            Pattern.compile("password|secret|token|jaas|user\\.info|credential|\\.key$");
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(?:password|secret|token)\\w*\\s*=\\s*(?:\"([^\"]+)\"|'([^']+)'|([^\\s;\"']+))");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final int SHORTEST = 4;

    /** Of a value of several lines; shorter ones say too little to be missed, and would hide other words. */
    private static final int SHORTEST_LINE = 12;

    private final List<String> values;

    private Secrets(Set<String> values) {
        this.values = new ArrayList<>(values);
        this.values.sort(Comparator.comparingInt(String::length).reversed());
    }

    static Secrets of(Set<String> values) {
        Set<String> parts = new HashSet<>();
        for (String value : values) {
            parts.add(value);
            addParts(parts, value);
        }
        parts.addAll(parts.stream().map(Secrets::asInJson).collect(Collectors.toSet()));
        parts.removeIf(part -> part.length() < SHORTEST);
        return new Secrets(parts);
    }

    public static Secrets none() {
        return new Secrets(Set.of());
    }

    /** Whether a setting of this name holds a secret. */
    static boolean isSecretName(String name) {
        return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** The text without any secret value. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    /** Passwords within a JAAS line, behind the colon of user:password or in a line of a key leak just as well. */
    private static void addParts(Set<String> parts, String value) {
        Matcher assigned = ASSIGNED.matcher(value);
        while (assigned.find()) {
            Stream.of(1, 2, 3)
                    .flatMap(group -> Stream.ofNullable(assigned.group(group)))
                    .forEach(parts::add);
        }
        LINE_END.splitAsStream(value)
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                .forEach(parts::add);
        int colon = value.indexOf(':');
        if (colon >= 0 && value.indexOf(' ') < 0) {
            parts.add(value.substring(colon + 1));
            parts.add(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** As logs in JSON write it. */
    private static String asInJson(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }
}
