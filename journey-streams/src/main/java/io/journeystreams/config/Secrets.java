package io.journeystreams.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the secret values of a configuration and takes them out of whatever is shown. */
public final class Secrets {

    static final String MASK = "********";

    private static final Pattern SECRET_NAME =
            Pattern.compile("password|secret|token|jaas|user\\.info|credential|\\.key$");
    private static final Pattern QUOTED = Pattern.compile("(?i)(?:password|secret|token)\\w*\\s*=\\s*\"([^\"]+)\"");
    private static final int SHORTEST = 4;

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

    /** Passwords within a JAAS line or behind the colon of user:password leak just as well. */
    private static void addParts(Set<String> parts, String value) {
        Matcher quoted = QUOTED.matcher(value);
        while (quoted.find()) {
            parts.add(quoted.group(1));
        }
        int colon = value.indexOf(':');
        if (colon >= 0 && value.indexOf(' ') < 0) {
            parts.add(value.substring(colon + 1));
        }
    }
}
