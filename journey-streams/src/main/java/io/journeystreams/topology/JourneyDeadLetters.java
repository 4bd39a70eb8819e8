package io.journeystreams.topology;

import io.journeystreams.intake.RejectionReason;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.state.StoredProfile;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Sends to the dead letters what the journey side cannot use. */
final class JourneyDeadLetters {

    private final ProcessorContext<byte[], byte[]> context;
    private final ProfileStore profiles;
    private final DeadLetters deadLetters;
    private final ProcessorMeters meters;

    JourneyDeadLetters(ProcessorContext<byte[], byte[]> context, ProfileStore profiles, JourneySettings settings) {
        this.context = context;
        this.profiles = profiles;
        this.deadLetters = new DeadLetters(settings.limits());
        this.meters = settings.meters();
    }

    /** A journal entry. */
    void sendEntry(Record<byte[], byte[]> record, RejectionReason reason, String message) {
        send(record, context.recordMetadata().orElseThrow(), reason, message);
    }

    /** A profile whose deadline could not be fired; it gets its next chance with its next event. */
    void sendDeadline(StoredProfile stored, Decisions.Attempt.Refused refused) {
        byte[] key = stored.profile().key().value().getBytes(StandardCharsets.UTF_8);
        Record<byte[], byte[]> record = new Record<>(key, profiles.encode(stored), context.currentSystemTimeMs());
        send(record, new NoPosition(context.taskId().partition()), refused.reason(), refused.message());
    }

    private void send(Record<byte[], byte[]> record, RecordMetadata position, RejectionReason reason, String message) {
        context.forward(deadLetters.of(record, position, reason, message), Nodes.JOURNEY_DEAD_LETTERS);
        meters.deadLetter(Topics.JOURNAL, reason);
    }

    /** Deadlines fire between records. */
    private record NoPosition(int partition) implements RecordMetadata {

        @Override
        public String topic() {
            return Topics.JOURNAL;
        }

        @Override
        public long offset() {
            return -1;
        }
    }
}
