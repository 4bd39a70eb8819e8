package io.journeystreams.backtest;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ChurnRiskEvent;
import io.journeystreams.contracts.ChurnSettlementEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JourneyMapEvent;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.intake.Decoded;
import io.journeystreams.output.AvroJson;
import io.journeystreams.output.OutputTopic;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Codecs;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A real broker and registry, {@code journey run} in a process of its own, and every topic with several partitions. */
final class BrokerRun implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The clock has moved before it is told what is due. */
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final int partitions;
    private final Path directory =
            Path.of("target", "parity-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Cluster cluster;
    private final Codecs codecs;
    private final Path config;
    private final Path log;
    private final List<ProcessorProcess> processes = new ArrayList<>();
    private double rekeyed;

    /** @param partitions of every topic */
    BrokerRun(int partitions) throws IOException {
        this.partitions = partitions;
        this.cluster = Cluster.start(directory.resolve("broker"));
        this.codecs = RegistryCodecs.of(cluster.registry(), SchemaSource.LOOK_UP);
        this.config = directory.resolve("journey.yaml");
        this.log = directory.resolve("out");
        cluster.createTopics(partitions);
        cluster.keepForever(Topics.CLICKSTREAM);
        cluster.keepForever(Topics.CRM);
        Files.writeString(
                config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 2}
                http: {port: 0}
                """.formatted(cluster.bootstrapServers(), cluster.registryUrl(), directory.resolve("state")));
    }

    /** How a producer chooses key and partition. */
    interface Keying extends UnaryOperator<ProducerRecord<byte[], byte[]>> {}

    /** All events are in the topics before the processor starts. */
    void publish(List<EventFile> files, Keying keying) throws IOException {
        CanonicalRecords records = new CanonicalRecords(cluster.registry());
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of("linger.ms", 20));
                ArrivalOrder arrivals =
                        ArrivalOrder.of(files, InputSurvey.of(files, CanonicalEvents.BadRows.IGNORED, Progress.NONE))) {
            for (Optional<Arrival> next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
                var unused = producer.send(keying.apply(records.of(next.get())));
            }
        }
    }

    /**
     * Runs the processor until its clocks have come close to the wall's and nothing is due any more.
     *
     * @param settings {@code name=value}
     */
    void runUntilClockLagIsBelow(Duration lag, String... settings) throws Exception {
        ProcessorProcess process = ProcessorProcess.start(config, log, settings);
        processes.add(process);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).during(SWEEP).until(() -> {
            process.assertRunning();
            return isDone(process, lag);
        });
        rekeyed = process.gauge("journey_intake_records_total", "outcome=\"REKEYED\"").stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        process.stop();
    }

    /** Records that the last run counted as keyed otherwise, as was announced. */
    double rekeyed() {
        return rekeyed;
    }

    private boolean isDone(ProcessorProcess process, Duration lag) throws Exception {
        List<Double> lags = process.gauge("journey_clock_lag_seconds");
        return lags.size() == partitions
                && lags.stream().allMatch(seconds -> seconds < lag.toSeconds())
                && process.gauge("journey_clock_caught_up").stream().allMatch(caughtUp -> caughtUp == 1)
                && process.gauge("journey_deadlines_due").stream().allMatch(due -> due == 0);
    }

    /** What was published, by partition and in its order; committed records only. */
    List<JsonNode> published(OutputTopic topic) {
        return switch (topic) {
            case SESSIONS -> published(Topics.SESSIONS, SessionEvent.class);
            case STAGE_TRANSITIONS -> published(Topics.STAGE_TRANSITIONS, StageTransitionEvent.class);
            case ABANDONMENT -> published(Topics.ABANDONMENT, AbandonmentEvent.class);
            case ABANDONMENT_ACTIONS -> published(Topics.ABANDONMENT_ACTIONS, AbandonmentEvent.class);
            case MOMENTS -> published(Topics.MOMENTS, MomentEvent.class);
            case FRICTION -> published(Topics.FRICTION, FrictionEvent.class);
            case CHURN_RISK -> published(Topics.CHURN_RISK, ChurnRiskEvent.class);
            case CHURN_SETTLEMENTS -> published(Topics.CHURN_SETTLEMENTS, ChurnSettlementEvent.class);
            case PROFILES -> published(Topics.PROFILES, ProfileEvent.class);
            case MAP -> published(Topics.MAP, JourneyMapEvent.class);
        };
    }

    List<JournalEntry> journal(int partition) {
        return read(Topics.JOURNAL, partition).stream()
                .map(record -> codecs.journalReader().decode(record.value()))
                .map(decoded -> ((Decoded.Value<JournalEntry>) decoded).value())
                .toList();
    }

    int deadLetters() {
        return IntStream.range(0, partitions)
                .map(partition -> read(Topics.DEAD_LETTERS, partition).size())
                .sum();
    }

    int partitions() {
        return partitions;
    }

    Codecs codecs() {
        return codecs;
    }

    private <T extends SpecificRecord> List<JsonNode> published(String topic, Class<T> type) {
        AvroPayloadDecoder<T> decoder = new AvroPayloadDecoder<>(type, new WriterSchemas(cluster.registry()));
        return IntStream.range(0, partitions)
                .boxed()
                .flatMap(partition -> read(topic, partition).stream())
                .filter(record -> record.value() != null)
                .map(record -> decoder.decode(record.value()))
                .map(decoded -> ((io.journeystreams.registry.Decoded.Value<T>) decoded).value())
                .map(record -> TestData.parse(new String(AvroJson.write(record), StandardCharsets.UTF_8)))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
        TopicPartition wanted = new TopicPartition(topic, partition);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.consumer()) {
            consumer.assign(List.of(wanted));
            consumer.seekToBeginning(List.of(wanted));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(wanted)).get(wanted));
            while (consumer.position(wanted) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        processes.forEach(ProcessorProcess::close);
        cluster.close();
    }
}
