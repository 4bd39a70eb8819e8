package io.journeystreams.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Looks at topics and creates them; every call ends within {@link #LIMIT}. Not thread-safe. */
public final class TopicAdmin implements AutoCloseable {

    /** How long a broker has to answer. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private final Admin admin;
    private final BrokerAnswers answers;

    private TopicAdmin(Admin admin, BrokerAnswers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /**
     * @param clientProperties settings of the Kafka client
     * @throws BrokerUnreachableException if no broker answers, or the settings are refused
     */
    public static TopicAdmin connect(Map<String, String> clientProperties) {
        Map<String, Object> settings = new HashMap<>(clientProperties);
        String limitMs = String.valueOf(LIMIT.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, limitMs);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(LIMIT.toMillis() / 2));
        String bootstrapServers = clientProperties.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "");
        TopicAdmin connected =
                new TopicAdmin(create(settings, bootstrapServers), new BrokerAnswers(bootstrapServers, LIMIT));
        try {
            connected.answers.await(connected.admin.describeCluster().clusterId());
            return connected;
        } catch (ExecutionException e) {
            connected.close();
            throw connected.answers.unreachable(BrokerAnswers.causeOf(e));
        } catch (RuntimeException e) {
            connected.close();
            throw e;
        }
    }

    /** Everything that differs from what is needed: topics in the order of the catalogue, then changelogs, then the rest. */
    public List<Finding> check(Needs needs) {
        return new ClusterCheck(admin, answers, needs).findings();
    }

    /**
     * Creates a topic unless it is there; never changes one.
     *
     * @param partitions in place of the catalogue's
     * @param replicationFactor empty for the broker's own
     * @return whether it was created
     */
    public boolean create(WantedTopic wanted, Optional<Integer> partitions, Optional<Short> replicationFactor) {
        NewTopic topic = new NewTopic(
                        wanted.name(), Optional.of(partitions.orElse(wanted.partitions())), replicationFactor)
                .configs(wanted.config());
        try {
            answers.await(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new TopicNotCreatedException(wanted.name(), BrokerAnswers.causeOf(e));
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private static Admin create(Map<String, Object> settings, String bootstrapServers) {
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokerUnreachableException(bootstrapServers + ": " + cause.getMessage(), e);
        }
    }
}
