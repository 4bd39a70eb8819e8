package io.journeystreams.intake.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where something stands in a JSON document: names joined by dots. A name applied to an array means that of its elements;
 * {@code [field=text]} after a name takes of these only the elements whose field is that text, or begins with it where it ends
 * in {@code *}.
 *
 * <pre>
 *   context.page.url
 *   contexts.data[schema=iglu:com.example/product/*].data
 * </pre>
 */
final class FieldPath {

    private static final String NAME = "[^.\\[\\]]+";
    private static final Pattern STEP = Pattern.compile("(" + NAME + ")(?:\\[(" + NAME + ")=([^\\]]+)\\])?(\\.|$)");

    private final String text;
    private final List<Step> steps;

    private FieldPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    private record Step(String name, Optional<Condition> condition) {

        Stream<JsonNode> from(JsonNode node) {
            return elements(node)
                    .filter(JsonNode::isObject)
                    .map(element -> element.path(name))
                    .filter(found -> !found.isMissingNode() && !found.isNull())
                    .flatMap(this::matching);
        }

        private Stream<JsonNode> matching(JsonNode found) {
            return condition.isEmpty() ? Stream.of(found) : elements(found).filter(condition.get()::holds);
        }
    }

    private record Condition(String field, String wanted) {

        boolean holds(JsonNode element) {
            String given = element.path(field).asText();
            return wanted.endsWith("*")
                    ? given.startsWith(wanted.substring(0, wanted.length() - 1))
                    : given.equals(wanted);
        }
    }

    /** Nothing where the text is no path. */
    static Optional<FieldPath> parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = 0;
        while (at < text.length() && step.find(at) && step.start() == at) {
            Optional<Condition> condition =
                    Optional.ofNullable(step.group(2)).map(field -> new Condition(field, step.group(3)));
            steps.add(new Step(step.group(1), condition));
            at = step.end();
        }
        boolean isWhole = at == text.length() && !text.isEmpty() && !text.endsWith(".");
        return isWhole ? Optional.of(new FieldPath(text, steps)) : Optional.empty();
    }

    /** What stands there, in the order of the document; never null nodes. */
    List<JsonNode> in(JsonNode document) {
        Stream<JsonNode> found = Stream.of(document);
        for (Step step : steps) {
            found = found.flatMap(step::from);
        }
        return found.toList();
    }

    /** Elements of an array; anything else is its own only one. */
    static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath path && path.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }
}
