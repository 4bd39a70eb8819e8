package io.journeystreams.runtime;

import io.journeystreams.intake.CatchUp;
import io.journeystreams.intake.ReadStanding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether a group reads a topic as fast as it is written: all partitions, whichever of its members read them. Known from the offsets
 * that it commits; what was published together with them can be read by then. Nobody waits: a call starts a question, and a later call
 * takes its answer. For several threads.
 */
final class GroupReading {

    private static final long ASKS_AGAIN_AFTER_MS = 1_000;
    private static final long ASKS_AGAIN_WHILE_BEHIND_AFTER_MS = 100;
    private static final int REQUEST_TIMEOUT_MS = 3_000;

    private final Admin admin;
    private final String group;
    private final String topic;
    private final Map<TopicPartition, CatchUp> partitions = new HashMap<>();
    private @Nullable KafkaFuture<TopicDescription> description;
    private @Nullable Question question;

    GroupReading(Admin admin, String group, String topic) {
        this.admin = admin;
        this.group = group;
        this.topic = topic;
    }

    private record Question(
            long askedAtMs,
            KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> ends,
            KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> committed) {

        boolean isAnswered() {
            return ends.isDone() && committed.isDone();
        }
    }

    /** @param nowMs wall clock, epoch milliseconds */
    synchronized boolean isCaughtUp(long nowMs) {
        if (partitions.isEmpty()) {
            learnPartitions();
        } else {
            observe(nowMs);
        }
        return areAllCaughtUp();
    }

    private boolean areAllCaughtUp() {
        return !partitions.isEmpty() && partitions.values().stream().allMatch(CatchUp::isCaughtUp);
    }

    private void learnPartitions() {
        KafkaFuture<TopicDescription> asked = description;
        if (asked == null || asked.isCompletedExceptionally()) {
            asked = Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
            description = asked;
        }
        now(asked).ifPresent(known -> known.partitions()
                .forEach(partition -> partitions.put(new TopicPartition(topic, partition.partition()), new CatchUp())));
    }

    private void observe(long nowMs) {
        Question asked = question;
        if (asked == null) {
            question = ask(nowMs);
        } else if (asked.isAnswered() && nowMs - asked.askedAtMs() >= asksAgainAfterMs()) {
            Map<TopicPartition, ReadStanding> standings = standings(asked);
            partitions.forEach(
                    (partition, catchUp) -> catchUp.observe(Optional.ofNullable(standings.get(partition)), nowMs));
            question = ask(nowMs);
        }
    }

    private long asksAgainAfterMs() {
        return areAllCaughtUp() ? ASKS_AGAIN_AFTER_MS : ASKS_AGAIN_WHILE_BEHIND_AFTER_MS;
    }

    /** The ends are asked for first, so that what is committed may be ahead of them, and never seems to be. */
    private Question ask(long nowMs) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.keySet().stream().collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
        return new Question(
                nowMs,
                admin.listOffsets(
                                latest,
                                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(REQUEST_TIMEOUT_MS))
                        .all(),
                admin.listConsumerGroupOffsets(
                                group, new ListConsumerGroupOffsetsOptions().timeoutMs(REQUEST_TIMEOUT_MS))
                        .partitionsToOffsetAndMetadata());
    }

    private static Map<TopicPartition, ReadStanding> standings(Question answered) {
        Optional<Map<TopicPartition, OffsetAndMetadata>> committed = now(answered.committed());
        return committed.isEmpty()
                ? Map.of()
                : now(answered.ends()).stream()
                        .flatMap(ends -> ends.entrySet().stream())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                end -> new ReadStanding(
                                        offset(committed.get().get(end.getKey())),
                                        end.getValue().offset(),
                                        answered.askedAtMs())));
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> Optional<T> now(KafkaFuture<T> answer) {
        if (!answer.isDone() || answer.isCompletedExceptionally()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(answer.getNow(null));
        } catch (Exception e) {
            return Optional.empty();
        }
    }
}
