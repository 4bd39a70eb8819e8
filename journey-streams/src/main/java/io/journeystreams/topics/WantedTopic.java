package io.journeystreams.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
        int maxMessageBytes) {

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

    private WantedTopic with(int partitionCount, String timestampType) {
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
                maxMessageBytes);
    }

    private static void put(Map<String, String> config, String name, @Nullable Duration duration) {
        if (duration != null) {
            config.put(name, String.valueOf(duration.toMillis()));
        }
    }
}
