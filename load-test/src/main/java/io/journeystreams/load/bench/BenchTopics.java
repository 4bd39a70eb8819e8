package io.journeystreams.load.bench;

import io.journeystreams.load.rig.Commits;
import io.journeystreams.load.rig.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** The topics, and how far a contender has come in them. */
public final class BenchTopics implements AutoCloseable {

    static final String INPUT = "clickstream.events";
    public static final int PARTITIONS = 4;

    private static final short ONE_COPY = 1;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(30);
    private static final Set<String> INPUTS = Set.of(INPUT, "crm.events");

    private final Admin admin;
    private final Commits commits;

    public BenchTopics(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.commits = new Commits(bootstrapServers);
    }

    /** The events are old, and stay. Their time is the record's. */
    public void createInput() {
        create(List.of(INPUT), Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }

    /** What is in them is dated by the broker: that is when it could be read. */
    void createOutputs(List<String> names) {
        create(names, Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    /** Deletes everything that a contender has written, and waits until it is gone. */
    void deleteOutputs() {
        Set<String> written = written();
        answer(admin.deleteTopics(written).all());
        long stopNanos = System.nanoTime() + GONE_WITHIN.toNanos();
        while (!written().isEmpty()) {
            if (System.nanoTime() > stopNanos) {
                throw new IllegalStateException("topics do not go: " + written());
            }
            Pause.briefly();
        }
    }

    /** Where the partitions of topics end, markers of transactions included. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> IntStream.range(0, PARTITIONS)
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition))));
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** How many events of the input a group has committed. */
    long committed(String group) {
        return commits.of(group, INPUT);
    }

    /** Where a group goes on, in every partition of which it has committed anything. */
    public Map<TopicPartition, Long> committedOffsets(String group) {
        return commits.offsets(group);
    }

    /** Those of the processor that are there, other than its inputs and its internal ones. */
    List<String> published() {
        return written().stream()
                .filter(topic -> topic.startsWith("journey.") && !topic.equals("journey.journal"))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        commits.close();
        admin.close(ANSWERS_WITHIN);
    }

    private Set<String> written() {
        Set<String> names = new HashSet<>(answer(admin.listTopics().names()));
        names.removeAll(INPUTS);
        return names;
    }

    private void create(List<String> names, Map<String, String> settings) {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, PARTITIONS, ONE_COPY).configs(settings))
                .toList();
        answer(admin.createTopics(topics).all());
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }
}
