package io.journeystreams.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The real end offsets of partitions, records of open transactions included, which a consumer that reads committed records
 * cannot tell. Nobody waits: a call starts a question, and a later call takes its answer.
 */
final class EndOffsets {

    /** An older answer tells of a time long gone, milliseconds: the question is put again. */
    private static final long ANSWER_IS_FRESH_MS = 5_000;

    private static final int REQUEST_TIMEOUT_MS = 3_000;

    private final Admin admin;
    private final Map<TopicPartition, Question> questions = new ConcurrentHashMap<>();

    EndOffsets(Admin admin) {
        this.admin = admin;
    }

    private record Question(long askedAtMs, KafkaFuture<ListOffsetsResultInfo> answer) {}

    /** Where a partition ended when that was asked for; the answer itself may be from any time after. */
    record EndOffset(long offset, long asOfMs) {}

    /**
     * What is known by now. Asks the next question.
     *
     * @param nowMs wall clock, epoch milliseconds
     */
    Optional<EndOffset> latest(TopicPartition partition, long nowMs) {
        Question question = questions.get(partition);
        if (question == null || !isFresh(question, nowMs)) {
            questions.put(partition, ask(partition, nowMs));
            return Optional.empty();
        }
        if (isOpen(question)) {
            return Optional.empty();
        }
        questions.put(partition, ask(partition, nowMs));
        return answerOf(question.answer()).map(offset -> new EndOffset(offset, question.askedAtMs()));
    }

    private Question ask(TopicPartition partition, long nowMs) {
        ListOffsetsOptions options =
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(REQUEST_TIMEOUT_MS);
        return new Question(
                nowMs,
                admin.listOffsets(Map.of(partition, OffsetSpec.latest()), options)
                        .partitionResult(partition));
    }

    private static boolean isOpen(Question question) {
        return !question.answer().isDone();
    }

    private static boolean isFresh(Question question, long nowMs) {
        return Math.abs(nowMs - question.askedAtMs()) <= ANSWER_IS_FRESH_MS;
    }

    private static Optional<Long> answerOf(KafkaFuture<ListOffsetsResultInfo> answer) {
        return answer.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.ofNullable(now(answer)).map(ListOffsetsResultInfo::offset);
    }

    private static @Nullable ListOffsetsResultInfo now(KafkaFuture<ListOffsetsResultInfo> answer) {
        try {
            return answer.getNow(null);
        } catch (Exception e) {
            return null;
        }
    }
}
