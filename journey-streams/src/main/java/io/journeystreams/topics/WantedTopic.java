package io.journeystreams.topics;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the processor wants it; one entry of {@code topics.yaml}, where the fields are explained.
 *
 * @param value name of the Avro contract, or what else the bytes are
 * @param retention absent if the topic is compacted
 * @param leastRetention absent if any will do
 * @param compactionLag absent if the topic is not compacted
 * @param segmentTime absent if the broker's own will do
 * @param maxMessageBytes largest record batch that the topic takes
 * @param furtherRights beyond those of its role; absent if there are none
 */
public record WantedTopic(
        String name,
        Role role,
        String purpose,
        String key,
        String value,
        int partitions,
        String cleanup,
        @Nullable Duration retention,
        @Nullable Duration leastRetention,
        @Nullable Duration compactionLag,
        @Nullable Duration segmentTime,
        String timestamps,
        int maxMessageBytes,
        @Nullable Set<AclOperation> furtherRights) {

    /** What the processor's user must be allowed to do with it. */
    Set<AclOperation> rights() {
        Set<AclOperation> rights = EnumSet.copyOf(role.rights());
        if (furtherRights != null) {
            rights.addAll(furtherRights);
        }
        return rights;
    }

    /** Settings with which the topic is created. */
    public Map<String, String> config() {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, timestamps);
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(maxMessageBytes));
        put(config, TopicConfig.RETENTION_MS_CONFIG, retention);
        put(config, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, compactionLag);
        put(config, TopicConfig.SEGMENT_MS_CONFIG, segmentTime);
        return config;
    }

    WantedTopic withTimestamps(String type) {
        return with(partitions, type);
    }

    WantedTopic withPartitions(int count) {
        return with(count, timestamps);
    }

    WantedTopic alsoAllowing(AclOperation operation) {
        return with(partitions, timestamps, Set.of(operation));
    }

    private WantedTopic with(int partitionCount, String timestampType) {
        return with(partitionCount, timestampType, furtherRights);
    }

    private WantedTopic with(int partitionCount, String timestampType, @Nullable Set<AclOperation> further) {
        return new WantedTopic(
                name,
                role,
                purpose,
                key,
                value,
                partitionCount,
                cleanup,
                retention,
                leastRetention,
                compactionLag,
                segmentTime,
                timestampType,
                maxMessageBytes,
                further);
    }

    private static void put(Map<String, String> config, String name, @Nullable Duration duration) {
        if (duration != null) {
            config.put(name, String.valueOf(duration.toMillis()));
        }
    }
}
