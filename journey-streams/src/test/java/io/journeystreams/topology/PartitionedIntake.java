package io.journeystreams.topology;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.InputSources;
import io.journeystreams.intake.ReadStanding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The real intake tasks of several input partitions, which all hold a backlog. Which reads next is random, and some are slow, so
 * that one may be read to its end before another has begun.
 */
final class PartitionedIntake {

    private static final int CLICKSTREAM_PARTITIONS = 4;
    private static final int CRM_PARTITIONS = 2;
    private static final Path STATE = Path.of("target", "test-driver").toAbsolutePath();

    /** Longer than a source has to be silent. */
    private static final long SILENCE_MS = 20_000;

    final Recorded meters = new Recorded();
    private final Map<TopicPartition, Reader> readers = new LinkedHashMap<>();
    private final Journal journal;
    private final Random random;
    private long wallMs;

    /** What the tasks append goes here, in its order. */
    interface Journal {
        void append(byte[] key, byte[] value);
    }

    /**
     * @param wallMs when the reading begins, epoch milliseconds
     */
    PartitionedIntake(long wallMs, Random random, Journal journal) {
        this.wallMs = wallMs;
        this.random = random;
        this.journal = journal;
        JourneySettings settings = JourneySettings.of(
                EnginePolicy.defaults(),
                new InputSources(Map.of(Topics.CLICKSTREAM, CLICKSTREAM_PARTITIONS, Topics.CRM, CRM_PARTITIONS)),
                AvroCodecs.all(),
                (partition, lastProcessed, nowMs) -> Optional.of(new ReadStanding(
                        lastProcessed + 1, readerOf(partition).records.size(), nowMs)),
                meters);
        for (int i = 0; i < CLICKSTREAM_PARTITIONS; i++) {
            add(IntakeNode.CLICKSTREAM, i, settings);
        }
        for (int i = 0; i < CRM_PARTITIONS; i++) {
            add(IntakeNode.CRM, i, settings);
        }
    }

    static int partitionsOf(String topic) {
        return topic.equals(Topics.CRM) ? CRM_PARTITIONS : CLICKSTREAM_PARTITIONS;
    }

    void append(TopicPartition partition, Record<byte[], byte[]> record) {
        readerOf(partition).records.add(record);
    }

    /** Until all has been read and every source has been silent for long. */
    void readAll() {
        List<Reader> waiting = withRecords();
        while (!waiting.isEmpty()) {
            wallMs += random.nextInt(300);
            readers.values().forEach(Reader::passTime);
            Reader next = waiting.get(random.nextInt(waiting.size()));
            if (random.nextInt(100) < next.pace) {
                next.readOne();
            }
            waiting = withRecords();
        }
        wallMs += SILENCE_MS;
        readers.values().forEach(Reader::passTime);
    }

    private void add(IntakeNode node, int partition, JourneySettings settings) {
        TopicPartition source = new TopicPartition(node.topic(), partition);
        readers.put(source, new Reader(node, partition, settings));
    }

    private Reader readerOf(TopicPartition partition) {
        return Objects.requireNonNull(readers.get(partition));
    }

    private List<Reader> withRecords() {
        return readers.values().stream()
                .filter(reader -> reader.read < reader.records.size())
                .toList();
    }

    /** One partition and its task. */
    private final class Reader {

        private final MockProcessorContext<byte[], byte[]> context;
        private final TaskProcessor task;
        private final String topic;
        private final int partition;
        private final List<Record<byte[], byte[]>> records = new ArrayList<>();
        private final int pace = random.nextBoolean() ? 5 : 95;
        private int read;

        private Reader(IntakeNode node, int partition, JourneySettings settings) {
            Properties config = new Properties();
            config.put(StreamsConfig.APPLICATION_ID_CONFIG, "keys");
            config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
            this.topic = node.topic();
            this.partition = partition;
            this.context = new MockProcessorContext<>(config, new TaskId(0, partition), STATE.toFile());
            context.setCurrentSystemTimeMs(wallMs);
            this.task = new TaskProcessor(started -> new IntakeTask(started, node, settings));
            task.init(context);
        }

        private void readOne() {
            Record<byte[], byte[]> record = records.get(read);
            context.setRecordMetadata(topic, partition, read);
            read++;
            task.process(record);
            passOn();
        }

        private void passTime() {
            context.setCurrentSystemTimeMs(wallMs);
            context.scheduledPunctuators().get(0).getPunctuator().punctuate(wallMs);
            passOn();
        }

        private void passOn() {
            context.forwarded()
                    .forEach(forward -> journal.append(
                            forward.record().key(), forward.record().value()));
            context.resetForwards();
        }
    }
}
