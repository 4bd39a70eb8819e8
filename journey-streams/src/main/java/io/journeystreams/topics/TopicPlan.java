package io.journeystreams.topics;

import io.journeystreams.config.DurationText;
import io.journeystreams.topics.Finding.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** Compares one topic with what is wanted. */
final class TopicPlan {

    private final WantedTopic wanted;
    private final List<Finding> findings = new ArrayList<>();

    private TopicPlan(WantedTopic wanted) {
        this.wanted = wanted;
    }

    static List<Finding> findings(WantedTopic wanted, Observed observed) {
        TopicPlan plan = new TopicPlan(wanted);
        if (observed instanceof Observed.Present present) {
            plan.compare(present);
        } else if (observed instanceof Observed.Forbidden forbidden) {
            plan.addMissingRights(Set.of(forbidden.missing()));
        } else {
            plan.add(Kind.MISSING, "does not exist; create it with: journey topics create");
        }
        return List.copyOf(plan.findings);
    }

    private void compare(Observed.Present present) {
        Set<AclOperation> missing = new TreeSet<>(wanted.role().rights());
        missing.removeAll(present.rights());
        if (!missing.isEmpty()) {
            addMissingRights(missing);
        }
        compareCleanup(present);
        compareRetention(present);
        compareMessageSize(present);
        compareCompaction(present);
        compareTimestamps(present);
        comparePartitions(present);
    }

    private void compareCleanup(Observed.Present present) {
        String actual = setting(present, TopicConfig.CLEANUP_POLICY_CONFIG, wanted.cleanup());
        if (!actual.equals(wanted.cleanup())) {
            addSetting(
                    Kind.CLEANUP_POLICY,
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    actual,
                    wanted.cleanup(),
                    wanted.cleanup().equals("delete")
                            ? "compaction drops events of the same key"
                            : "the latest state of a profile would be deleted for its age");
        }
    }

    private void compareRetention(Observed.Present present) {
        @Nullable Duration least = wanted.leastRetention();
        long actualMs = number(present, TopicConfig.RETENTION_MS_CONFIG, -1);
        if (least != null && actualMs >= 0 && actualMs < least.toMillis()) {
            addSetting(
                    Kind.RETENTION,
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(actualMs),
                    "at least " + least.toMillis() + " (" + DurationText.format(least) + ")",
                    "what is deleted before it is read is lost");
        }
    }

    private void compareMessageSize(Observed.Present present) {
        long actual = number(present, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, wanted.maxMessageBytes());
        if (wanted.role() != Role.INPUT && actual < wanted.maxMessageBytes()) {
            addSetting(
                    Kind.MESSAGE_SIZE,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    String.valueOf(actual),
                    "at least " + wanted.maxMessageBytes(),
                    "a larger record would stop the processor");
        }
    }

    private void compareCompaction(Observed.Present present) {
        @Nullable Duration lag = wanted.compactionLag();
        if (lag == null) {
            return;
        }
        long actualMs = number(present, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.MAX_VALUE);
        if (actualMs > lag.toMillis()) {
            addSetting(
                    Kind.COMPACTION,
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    String.valueOf(actualMs),
                    "at most " + lag.toMillis(),
                    "erased profiles stay in the log until then");
        }
    }

    private void compareTimestamps(Observed.Present present) {
        String actual = setting(present, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, wanted.timestamps());
        if (wanted.role() != Role.INPUT && !actual.equals(wanted.timestamps())) {
            addSetting(
                    Kind.TIMESTAMPS,
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    actual,
                    wanted.timestamps(),
                    "records about old events may be deleted before anybody has read them");
        }
    }

    private void comparePartitions(Observed.Present present) {
        if (present.partitions() != wanted.partitions()) {
            add(
                    Kind.PARTITIONS,
                    "has " + present.partitions() + " partitions where new installations have " + wanted.partitions()
                            + "; that works");
        }
    }

    private void addMissingRights(Set<AclOperation> missing) {
        for (AclOperation operation : missing) {
            add(
                    Kind.NOT_AUTHORIZED,
                    "the user of this configuration may not " + operation + " it; grant that on the topic");
        }
    }

    private void addSetting(Kind kind, String name, String actual, String expected, String why) {
        add(
                kind,
                name + " is " + actual + ", expected " + expected + ", because " + why
                        + "; change it with kafka-configs.sh --alter");
    }

    private void add(Kind kind, String what) {
        findings.add(new Finding(wanted.name(), kind, what));
    }

    private static String setting(Observed.Present present, String name, String otherwise) {
        return present.config().getOrDefault(name, otherwise);
    }

    private static long number(Observed.Present present, String name, long otherwise) {
        return Long.parseLong(setting(present, name, String.valueOf(otherwise)));
    }
}
