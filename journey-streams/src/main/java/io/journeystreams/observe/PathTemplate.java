package io.journeystreams.observe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A path with places for what differs, as OpenAPI writes it: {@code /profiles/{profile}/timeline}.
 *
 * @param text as OpenAPI writes it
 */
public record PathTemplate(String text) {

    /** What stands in the places, without escapes: empty where an escape is broken. Nothing if the path is of another shape. */
    public Optional<Map<String, String>> match(String rawPath) {
        String[] wanted = text.split("/", -1);
        String[] given = rawPath.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (isPlace(wanted[i]) && !given[i].isEmpty()) {
                places.put(wanted[i].substring(1, wanted[i].length() - 1), unescaped(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    private static boolean isPlace(String part) {
        return part.startsWith("{") && part.endsWith("}");
    }

    private static String unescaped(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
