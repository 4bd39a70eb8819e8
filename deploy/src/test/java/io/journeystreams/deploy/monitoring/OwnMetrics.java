package io.journeystreams.deploy.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and labels of our own meters, from the reference that is generated from them and compared with them. */
final class OwnMetrics {

    private static final Path REFERENCE = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(journey_\\w+)` \\| \\w+ \\| ([^|]*)\\|");

    private OwnMetrics() {}

    static Map<String, Set<String>> labels() throws IOException {
        return ROW.matcher(Files.readString(REFERENCE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> split(row.group(2))));
    }

    private static Set<String> split(String labels) {
        return Arrays.stream(labels.split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }
}
