package io.journeystreams.topics;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Something that the processor's user must be allowed to do.
 *
 * @param name of the resource, or what its name begins with
 */
public record Right(ResourceType resource, PatternType pattern, String name, AclOperation operation) {

    private static final String ANY_HOST = "*";
    private static final Pattern WORD_END = Pattern.compile("_");

    static Right onTopic(String topic, AclOperation operation) {
        return new Right(ResourceType.TOPIC, PatternType.LITERAL, topic, operation);
    }

    /** Grants it, from any host. */
    public AclBinding grantedTo(String principal) {
        return new AclBinding(
                new ResourcePattern(resource, name, pattern),
                new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }

    /** The options of {@code kafka-acls.sh --add} that grant it. */
    public String options(String principal) {
        return "--allow-principal " + quoted(principal) + " --operation " + operationInWords() + " "
                + option() + " " + quoted(name)
                + (pattern == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "");
    }

    /** {@code DESCRIBE_CONFIGS} is {@code DescribeConfigs} to tools. */
    String operationInWords() {
        return WORD_END.splitAsStream(operation.name())
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** What it is about, for people. */
    String subject() {
        return switch (resource) {
            case GROUP -> "consumer group " + name;
            case TRANSACTIONAL_ID -> "transactional ids " + name + ANY_HOST;
            default -> name;
        };
    }

    private String option() {
        return switch (resource) {
            case GROUP -> "--group";
            case TRANSACTIONAL_ID -> "--transactional-id";
            default -> "--topic";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
