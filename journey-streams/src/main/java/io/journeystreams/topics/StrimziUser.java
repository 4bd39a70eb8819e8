package io.journeystreams.topics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The processor's user as a {@code KafkaUser} resource. Strimzi makes {@code User:name} of one with a password, and
 * {@code User:CN=name} of one with a certificate.
 *
 * @param name of the resource
 * @param authentication as Strimzi names it
 */
public record StrimziUser(String name, String authentication) {

    private static final Pattern PRINCIPAL = Pattern.compile("User:(CN=)?([a-z0-9]([a-z0-9.-]*[a-z0-9])?)");

    /** The user that Strimzi gives this name; empty if it gives it to none. */
    public static Optional<StrimziUser> of(String principal) {
        Matcher matcher = PRINCIPAL.matcher(principal);
        return matcher.matches()
                ? Optional.of(new StrimziUser(matcher.group(2), matcher.group(1) == null ? "scram-sha-512" : "tls"))
                : Optional.empty();
    }

    /**
     * One YAML document.
     *
     * @param rights all that it may do, and nothing else
     * @param cluster name of the Kafka resource that it belongs to
     */
    public String yaml(List<Right> rights, String cluster) {
        ObjectNode resource = StrimziYaml.resource("KafkaUser", name, cluster);
        ObjectNode spec = resource.putObject("spec");
        spec.putObject("authentication").put("type", authentication);
        ArrayNode acls = spec.putObject("authorization").put("type", "simple").putArray("acls");
        byResource(rights).forEach((on, rule) -> add(acls, on, rule));
        return StrimziYaml.document(resource);
    }

    private static void add(ArrayNode acls, Subject on, List<String> operations) {
        ObjectNode rule = acls.addObject();
        rule.putObject("resource")
                .put("type", type(on.resource()))
                .put("name", on.name())
                .put("patternType", on.pattern() == PatternType.PREFIXED ? "prefix" : "literal");
        operations.forEach(rule.putArray("operations")::add);
    }

    private static Map<Subject, List<String>> byResource(List<Right> rights) {
        Map<Subject, List<String>> operations = new LinkedHashMap<>();
        rights.forEach(right -> operations
                .computeIfAbsent(new Subject(right.resource(), right.pattern(), right.name()), on -> new ArrayList<>())
                .add(right.operationInWords()));
        return operations;
    }

    private static String type(ResourceType resource) {
        return switch (resource) {
            case TOPIC -> "topic";
            case GROUP -> "group";
            case TRANSACTIONAL_ID -> "transactionalId";
            default -> throw new IllegalArgumentException("the processor needs no right on any " + resource);
        };
    }

    /** What a rule is about. */
    private record Subject(ResourceType resource, PatternType pattern, String name) {}
}
