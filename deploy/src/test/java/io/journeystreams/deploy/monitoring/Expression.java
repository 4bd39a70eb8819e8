package io.journeystreams.deploy.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query, looked at for the metrics and labels that it speaks of. It relies on how ours are written: every metric has a selector,
 * and only recorded series, which have colons in their names, have none.
 */
record Expression(String text) {

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_]\\w*)\\{([^}]*)}");
    private static final Pattern RECORDED = Pattern.compile("[a-z_]+(?::[a-z_0-9]+)+");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|ignoring|without)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\\b(?:journey|kafka|jvm|process|disk|system)_\\w+");

    /** A metric, and the labels that are asked of it. */
    record Use(String metric, Set<String> labels) {}

    List<Use> uses() {
        return SELECTOR.matcher(text)
                .results()
                .map(found -> new Use(
                        found.group(1),
                        MATCHER.matcher(found.group(2))
                                .results()
                                .map(label -> label.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    Set<String> recorded() {
        return RECORDED.matcher(withoutTexts())
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Labels by which results are grouped or matched. */
    Set<String> groupedBy() {
        return GROUPING.matcher(text)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(",", -1)))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of metrics, wherever they stand: what {@link #uses} may not miss. */
    Set<String> namesAnywhere() {
        return Stream.of(withoutTexts())
                .flatMap(rest -> NAME.matcher(rest).results())
                .map(found -> found.group())
                .filter(name -> !groupedBy().contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String withoutTexts() {
        return text.replaceAll("\"[^\"]*\"", "\"\"");
    }
}
