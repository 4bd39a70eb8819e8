package io.journeystreams.demo;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.topology.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the output topics as anybody would: committed records only, from the beginning. */
final class ResultFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResultFeed.class);
    private static final List<String> TOPICS = List.of(Topics.SESSIONS, Topics.ABANDONMENT, Topics.ABANDONMENT_ACTIONS);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaConsumer<String, byte[]> consumer;
    private final AvroDeserializer<SessionEvent> sessions;
    private final AvroDeserializer<AbandonmentEvent> abandonments;
    private final Results results;
    private final Consumer<AbandonmentEvent> onNews;
    private final Thread thread = new Thread(this::run, "results");

    /** @param onNews gets each reminder, and what became of it */
    ResultFeed(
            String bootstrapServers, RegistryConnection registry, Results results, Consumer<AbandonmentEvent> onNews) {
        this.results = results;
        this.onNews = onNews;
        WriterSchemas schemas = new WriterSchemas(registry);
        this.sessions = new AvroDeserializer<>(SessionEvent.class, schemas);
        this.abandonments = new AvroDeserializer<>(AbandonmentEvent.class, schemas);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    void start() {
        consumer.assign(TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        thread.start();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException e) {
            LOG.atDebug().log("the results are not read any more");
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.SESSIONS)) {
            results.onSession(Objects.requireNonNull(sessions.deserialize(record.topic(), record.value())));
            return;
        }
        AbandonmentEvent event = Objects.requireNonNull(abandonments.deserialize(record.topic(), record.value()));
        boolean isAction = record.topic().equals(Topics.ABANDONMENT_ACTIONS);
        boolean isAbandoned = event.getState() == AbandonmentState.ABANDONED;
        if (!isAction) {
            results.onFact(event);
        } else if (isAbandoned) {
            results.onReminder(event);
        }
        if (isAction == isAbandoned) {
            onNews.accept(event);
        }
    }
}
