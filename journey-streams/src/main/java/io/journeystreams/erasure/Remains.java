package io.journeystreams.erasure;

import io.journeystreams.config.DurationText;
import io.journeystreams.topics.WantedTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure does not reach at once, and when it is gone: what the processor has been sent and has told others stays in
 * the topics until their retention is over.
 *
 * @param where a topic, or what else keeps data
 * @param until in words
 */
public record Remains(String where, String until) {

    private static final long LIMIT_MS = 10_000;
    private static final String ASK_THE_BROKER = "until its retention is over, which the broker does not tell us";

    /** As the brokers keep the topics now. */
    public static List<Remains> of(List<WantedTopic> topics, Map<String, String> clientProperties) {
        List<Remains> remains = new ArrayList<>();
        try (Admin admin = Admin.create(new HashMap<>(clientProperties))) {
            for (WantedTopic topic : topics) {
                remains.add(new Remains(
                        topic.name(),
                        settings(admin, topic.name()).map(Remains::until).orElse(ASK_THE_BROKER)));
            }
        }
        return remains;
    }

    private static String until(Config config) {
        String cleanup = value(config, TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
        return cleanup.contains("compact") ? untilCompacted(config) : untilDeleted(config);
    }

    /** The tombstone itself, with the id of the customer, stays for as long again as delete.retention.ms says. */
    private static String untilCompacted(Config config) {
        long lagMs = number(config, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.MAX_VALUE);
        long segmentMs = number(config, TopicConfig.SEGMENT_MS_CONFIG, Long.MAX_VALUE);
        return lagMs == Long.MAX_VALUE || segmentMs == Long.MAX_VALUE
                ? "nobody knows how long: max.compaction.lag.ms or segment.ms is not set"
                : "gone within " + inWords(lagMs + segmentMs) + ": the topic is compacted";
    }

    private static String untilDeleted(Config config) {
        long retentionMs = number(config, TopicConfig.RETENTION_MS_CONFIG, -1);
        long segmentMs = number(config, TopicConfig.SEGMENT_MS_CONFIG, Long.MAX_VALUE);
        return retentionMs < 0
                ? "for ever: the topic has no retention"
                : "kept as it was sent for " + inWords(retentionMs) + " after it was written, and up to "
                        + inWords(Math.min(segmentMs, retentionMs)) + " more until its segment is closed";
    }

    private static Optional<Config> settings(Admin admin, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            @Nullable
            Config config = admin.describeConfigs(List.of(resource))
                    .all()
                    .get(LIMIT_MS, TimeUnit.MILLISECONDS)
                    .get(resource);
            return Optional.ofNullable(config);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String value(Config config, String name, String otherwise) {
        @Nullable ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? otherwise : entry.value();
    }

    private static long number(Config config, String name, long otherwise) {
        return Long.parseLong(value(config, name, String.valueOf(otherwise)));
    }

    private static String inWords(long ms) {
        return DurationText.format(Duration.ofMillis(ms));
    }
}
