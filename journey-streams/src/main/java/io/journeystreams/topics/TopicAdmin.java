package io.journeystreams.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks at topics and creates them; every call ends within {@link #LIMIT}. Not thread-safe. */
public final class TopicAdmin implements AutoCloseable {

    /** How long a broker has to answer. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private final Admin admin;
    private final String bootstrapServers;

    private TopicAdmin(Admin admin, String bootstrapServers) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
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
        TopicAdmin connected = new TopicAdmin(create(settings, bootstrapServers), bootstrapServers);
        try {
            connected.await(connected.admin.describeCluster().clusterId());
            return connected;
        } catch (ExecutionException e) {
            connected.close();
            throw connected.unreachable(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            connected.close();
            throw e;
        }
    }

    /** Everything that differs from what is wanted, in the order of the catalogue. */
    public List<Finding> check(List<WantedTopic> catalogue) {
        List<Finding> findings = new ArrayList<>();
        catalogue.forEach(wanted -> findings.addAll(TopicPlan.findings(wanted, observe(wanted.name()))));
        return findings;
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
            await(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new TopicNotCreatedException(wanted.name(), e.getCause() == null ? e : e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    Observed observe(String topic) {
        try {
            DescribeTopicsResult described =
                    admin.describeTopics(List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true));
            TopicDescription description =
                    await(Objects.requireNonNull(described.topicNameValues().get(topic)));
            Set<AclOperation> rights = description.authorizedOperations();
            return new Observed.Present(
                    description.partitions().size(), configOf(topic), rights == null ? Set.of() : rights);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return new Observed.Absent();
            }
            if (e.getCause() instanceof AuthorizationException) {
                return new Observed.Forbidden(AclOperation.DESCRIBE);
            }
            throw unreachable(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Settings in force; none if this user may not see them, which is no reason not to start. */
    private Map<String, String> configOf(String topic) throws ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Map<ConfigResource, Config> described =
                    await(admin.describeConfigs(List.of(resource)).all());
            Map<String, String> config = new HashMap<>();
            for (ConfigEntry entry :
                    described.getOrDefault(resource, new Config(List.of())).entries()) {
                if (entry.value() != null) {
                    config.put(entry.name(), entry.value());
                }
            }
            return config;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Map.of();
            }
            throw e;
        }
    }

    private <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private BrokerUnreachableException unreachable(Throwable cause) {
        return new BrokerUnreachableException(bootstrapServers + ": " + BrokerFailure.inWords(cause, LIMIT), cause);
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
