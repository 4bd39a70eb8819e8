package io.journeystreams.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a processor uses of a cluster, and nothing else: the one source of its access list and of {@code topics check}.
 *
 * @param topics of the catalogue
 * @param changelogs topics that Kafka Streams creates for the stores when the processor first starts
 * @param applicationId its consumer group; its transactional ids begin with it and a hyphen
 */
public record Needs(List<WantedTopic> topics, List<WantedTopic> changelogs, String applicationId) {

    private static final String CLICKSTREAM = "clickstream.events";
    private static final String PROFILES = "journey.profiles";
    private static final Duration COMPACTION_LAG = Duration.ofHours(24);
    private static final Duration SEGMENT_TIME = Duration.ofHours(6);
    private static final int MAX_MESSAGE_BYTES = 1_048_588;

    public Needs {
        topics = List.copyOf(topics);
        changelogs = List.copyOf(changelogs);
    }

    /** @param stores names of the stores that have a changelog */
    public static Needs of(String applicationId, List<String> stores) {
        int partitions = TopicCatalogue.load().stream()
                .filter(topic -> topic.role() == Role.JOURNAL)
                .mapToInt(WantedTopic::partitions)
                .findFirst()
                .orElseThrow();
        List<WantedTopic> changelogs = stores.stream()
                .map(store -> changelog(applicationId + "-" + store + "-changelog", store, partitions))
                .toList();
        return new Needs(TopicCatalogue.load(), changelogs, applicationId);
    }

    /** And what a canary does: it sends to the clickstream, and reads the pictures of profiles. */
    public Needs withCanary() {
        return new Needs(topics.stream().map(Needs::forCanary).toList(), changelogs, applicationId);
    }

    /** Everything that its user must be allowed to do, by resource. */
    public List<Right> rights() {
        List<Right> rights = new ArrayList<>();
        Stream.concat(topics.stream(), changelogs.stream()).forEach(topic -> rights.addAll(rightsOn(topic)));
        rights.add(group());
        rights.add(transactions());
        return List.copyOf(rights);
    }

    Right group() {
        return new Right(ResourceType.GROUP, PatternType.LITERAL, applicationId, AclOperation.READ);
    }

    /** One transactional id a thread: application id, id of the process, number. */
    Right transactions() {
        return new Right(ResourceType.TRANSACTIONAL_ID, PatternType.PREFIXED, applicationId + "-", AclOperation.WRITE);
    }

    private static List<Right> rightsOn(WantedTopic topic) {
        return topic.rights().stream()
                .sorted(Comparator.naturalOrder())
                .map(operation -> Right.onTopic(topic.name(), operation))
                .toList();
    }

    private static WantedTopic forCanary(WantedTopic topic) {
        return switch (topic.name()) {
            case CLICKSTREAM -> topic.alsoAllowing(AclOperation.WRITE);
            case PROFILES -> topic.alsoAllowing(AclOperation.READ);
            default -> topic;
        };
    }

    private static WantedTopic changelog(String name, String store, int partitions) {
        return new WantedTopic(
                name,
                Role.CHANGELOG,
                "what the store " + store + " is restored from",
                "as in the store",
                "as in the store",
                partitions,
                "compact",
                null,
                null,
                COMPACTION_LAG,
                SEGMENT_TIME,
                "CreateTime",
                MAX_MESSAGE_BYTES,
                null);
    }
}
