package io.journeystreams.topics;

import io.journeystreams.config.DurationText;
import io.journeystreams.topics.Finding.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        plan.compareRights(observed);
        if (observed instanceof Observed.Present present) {
            plan.compare(present);
        }
        if (observed instanceof Observed.Absent && wanted.role() != Role.CHANGELOG) {
            plan.add(Kind.MISSING, "does not exist; create it with: journey topics create");
        }
        return List.copyOf(plan.findings);
    }

    /** A right that is missing, in words. */
    static Finding missing(Right right) {
        return new Finding(
                right.subject(),
                Kind.NOT_AUTHORIZED,
                "the user of this configuration may not " + right.operation()
                        + " it; journey topics acls lists all that it must be allowed");
    }

    private void compareRights(Observed observed) {
        Set<AclOperation> missing = new TreeSet<>(wanted.rights());
        missing.removeAll(observed.rights());
        missing.forEach(operation -> findings.add(missing(Right.onTopic(wanted.name(), operation))));
    }

    private void compare(Observed.Present present) {
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
                            : "the latest state of a profile would be deleted for its age, or kept after it was erased");
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
        compareCompaction(present, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, lag);
        compareCompaction(
                present, TopicConfig.SEGMENT_MS_CONFIG, Objects.requireNonNullElse(wanted.segmentTime(), lag));
    }

    private void compareCompaction(Observed.Present present, String name, Duration most) {
        long actualMs = number(present, name, most.toMillis());
        if (actualMs > most.toMillis()) {
            addSetting(
                    Kind.COMPACTION,
                    name,
                    String.valueOf(actualMs),
                    "at most " + most.toMillis() + " (" + DurationText.format(most) + ")",
                    "erased profiles stay in the log until then");
        }
    }

    private void compareTimestamps(Observed.Present present) {
        String actual = setting(present, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, wanted.timestamps());
        boolean isStamped = wanted.role() == Role.JOURNAL || wanted.role() == Role.OUTPUT;
        if (isStamped && !actual.equals(wanted.timestamps())) {
            addSetting(
                    Kind.TIMESTAMPS,
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    actual,
                    wanted.timestamps(),
                    "records about old events may be deleted before anybody has read them");
        }
    }

    private void comparePartitions(Observed.Present present) {
        if (present.partitions() == wanted.partitions()) {
            return;
        }
        if (wanted.role() == Role.CHANGELOG) {
            add(
                    Kind.CHANGELOG_PARTITIONS,
                    "has " + present.partitions() + " partitions where the journal has " + wanted.partitions()
                            + ", because state is kept by partition of the journal, whose number stays what it was when the"
                            + " processor first started; give the journal its old number, or start anew under another"
                            + " streams.applicationId");
        } else {
            add(
                    Kind.PARTITIONS,
                    "has " + present.partitions() + " partitions where new installations have " + wanted.partitions()
                            + "; that works");
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
