package io.journeystreams.topology;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.IntakeDecision;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.IntakeRules;
import io.journeystreams.intake.JournalEntries;
import io.journeystreams.intake.KeyCheck;
import io.journeystreams.intake.ProfileResolver;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.intake.SourceWatermark;
import io.journeystreams.intake.ToldLinks;
import io.journeystreams.output.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Takes in one input topic-partition: appends its events to the journal under their profile's key, writes its watermarks,
 * and sends what it cannot take to the dead letters.
 */
final class IntakeTask implements TaskProcessor.Task {

    private static final long NOTHING_PROCESSED = -1;

    private final ProcessorContext<byte[], byte[]> context;
    private final IntakeNode node;
    private final JourneySettings settings;
    private final IntakeRules rules;
    private final DeadLetters deadLetters;
    private final PayloadFormat format;
    private final RecordDecoder<ReportedEvent> reader;
    private final boolean rekeys;
    private final RecordEncoder<JournalEntry> journal;
    private final TopicPartition source;
    private final SourceWatermark watermark;
    private final ToldLinks toldLinks = new ToldLinks();
    private long lastProcessedOffset = NOTHING_PROCESSED;

    IntakeTask(ProcessorContext<byte[], byte[]> context, IntakeNode node, JourneySettings settings) {
        Codecs codecs = settings.codecs();
        this.context = context;
        this.node = node;
        this.settings = settings;
        this.rules = new IntakeRules(settings.policy().clock(), new ProfileResolver());
        this.deadLetters = new DeadLetters(settings.limits());
        this.format = codecs.inputs().formatOf(node.family());
        this.reader = codecs.inputs().readerOf(node.family());
        this.rekeys = codecs.inputs().rekeys(node.family());
        this.journal = codecs.journalWriter();
        this.source = new TopicPartition(node.topic(), context.taskId().partition());
        this.watermark = new SourceWatermark(settings.policy().clock(), context.currentSystemTimeMs());
    }

    @Override
    public List<TaskProcessor.Regularly> regularly() {
        return List.of(
                new TaskProcessor.Regularly(Duration.ofMillis(SourceWatermark.INTERVAL_MS), this::sendWatermark));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata position = context.recordMetadata().orElseThrow();
        long nowMs = context.currentSystemTimeMs();
        Decoded<ReportedEvent> decoded = decode(record.value());
        if (decoded instanceof Decoded.Failed<ReportedEvent> failed) {
            reject(record, position, failed.reason(), failed.message(), nowMs);
        } else {
            decide(record, ((Decoded.Value<ReportedEvent>) decoded).value(), position, nowMs);
        }
        lastProcessedOffset = position.offset();
        sendWatermark(nowMs);
    }

    @Override
    public void close() {
        settings.meters().sourceReleased(source.toString());
    }

    private Decoded<ReportedEvent> decode(byte[] value) {
        if (value == null) {
            return new Decoded.Failed<>(RejectionReason.NULL_VALUE, "the record has no value");
        }
        if (value.length > settings.limits().input()) {
            return tooLarge(value.length, settings.limits().input());
        }
        return reader.decode(value);
    }

    private void decide(Record<byte[], byte[]> record, ReportedEvent event, RecordMetadata position, long nowMs) {
        IntakeDecision decision = rules.decide(
                event,
                record.timestamp(),
                nowMs,
                new SourcePosition(position.topic(), position.partition(), position.offset()));
        if (decision instanceof IntakeDecision.Rejected rejected) {
            reject(record, position, rejected.reason(), rejected.message(), nowMs);
            return;
        }
        accept(record, event, (IntakeDecision.Accepted) decision, position, nowMs);
    }

    private void accept(
            Record<byte[], byte[]> record,
            ReportedEvent event,
            IntakeDecision.Accepted accepted,
            RecordMetadata position,
            long nowMs) {
        byte[] key = accepted.owner().profile().value().getBytes(StandardCharsets.UTF_8);
        byte[] entry = journal.encode(JournalEntries.event(
                accepted, record.timestamp(), nowMs, format, record.value(), RecordTrace.of(record.headers())));
        int size = key.length + entry.length;
        if (size > settings.limits().output()) {
            Decoded.Failed<JournalEntry> failed =
                    tooLarge(size, settings.limits().output());
            reject(record, position, failed.reason(), failed.message(), nowMs);
            return;
        }
        context.forward(new Record<>(key, entry, nowMs), node.journalSink());
        tellDevice(accepted, nowMs);
        if (!accepted.occurrence().type().equals(EventTypes.CANARY_BEAT)) {
            watermark.onAccepted(accepted.clockTimeMs(), nowMs);
        }
        count(IntakeOutcome.ACCEPTED);
        accepted.remarks().forEach(this::count);
        KeyCheck.differenceOf(record.key(), event, rekeys).ifPresent(this::count);
    }

    private void tellDevice(IntakeDecision.Accepted accepted, long nowMs) {
        ProfileKey customer = accepted.owner().profile();
        accepted.owner()
                .device()
                .filter(device ->
                        toldLinks.isNews(device, customer, accepted.occurrence().atMs()))
                .ifPresent(device -> {
                    byte[] key = device.value().getBytes(StandardCharsets.UTF_8);
                    byte[] entry = journal.encode(JournalEntries.customerSeen(accepted, device, nowMs));
                    context.forward(new Record<>(key, entry, nowMs), node.journalSink());
                });
    }

    private void reject(
            Record<byte[], byte[]> record,
            RecordMetadata position,
            RejectionReason reason,
            String message,
            long nowMs) {
        context.forward(deadLetters.of(record, position, reason, message), node.deadLettersSink());
        watermark.onRejected(nowMs);
        count(IntakeOutcome.REJECTED);
        settings.meters().deadLetter(node.topic(), reason);
    }

    private void sendWatermark(long nowMs) {
        watermark
                .next(nowMs, () -> settings.progress().of(source, lastProcessedOffset, nowMs))
                .ifPresent(mark -> sendWatermark(mark, nowMs));
    }

    private void sendWatermark(SourceWatermark.Mark mark, long nowMs) {
        JournalEntry entry =
                JournalEntries.watermark(source.toString(), settings.sources().count(), mark, nowMs);
        context.forward(
                new Record<>(JournalPartitioner.watermarkKey(), journal.encode(entry), nowMs), node.journalSink());
        settings.meters().watermark(source.toString(), mark);
    }

    private void count(IntakeOutcome outcome) {
        settings.meters().intakeOutcome(node.topic(), outcome);
    }

    private static <T> Decoded.Failed<T> tooLarge(int size, int largest) {
        return new Decoded.Failed<>(
                RejectionReason.TOO_LARGE, "the record has " + size + " bytes, and at most " + largest + " are taken");
    }
}
