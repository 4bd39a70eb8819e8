package io.journeystreams.topics;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks at topics, and at what this user may do with them. Changes nothing. */
final class TopicObserver {

    private final Admin admin;
    private final BrokerAnswers answers;

    TopicObserver(Admin admin, BrokerAnswers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    Observed observe(WantedTopic topic) {
        try {
            return present(describe(topic.name()));
        } catch (ExecutionException e) {
            Throwable cause = BrokerAnswers.causeOf(e);
            if (cause instanceof UnknownTopicOrPartitionException) {
                Set<AclOperation> rights = rightsOnUnseen(topic);
                rights.addAll(Set.of(AclOperation.READ, AclOperation.WRITE));
                return new Observed.Absent(rights);
            }
            if (cause instanceof AuthorizationException) {
                return new Observed.Forbidden(rightsOnUnseen(topic));
            }
            throw answers.unreachable(cause);
        }
    }

    private TopicDescription describe(String topic) throws ExecutionException {
        DescribeTopicsResult described =
                admin.describeTopics(List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true));
        return answers.await(Objects.requireNonNull(described.topicNameValues().get(topic)));
    }

    private Observed present(TopicDescription description) throws ExecutionException {
        Set<AclOperation> rights = Objects.requireNonNullElse(description.authorizedOperations(), Set.of());
        Map<String, String> config = rights.contains(AclOperation.DESCRIBE_CONFIGS)
                ? configOf(description.name()).orElse(Map.of())
                : Map.of();
        return new Observed.Present(description.partitions().size(), config, rights);
    }

    /** What may be done with a topic that cannot be described shows only by asking for it. */
    private Set<AclOperation> rightsOnUnseen(WantedTopic topic) {
        Set<AclOperation> rights = EnumSet.noneOf(AclOperation.class);
        if (configOf(topic.name()).isPresent()) {
            rights.add(AclOperation.DESCRIBE_CONFIGS);
        }
        if (topic.role() == Role.CHANGELOG && mayCreate(topic)) {
            rights.add(AclOperation.CREATE);
        }
        return rights;
    }

    /** Settings in force; of a topic that is not there none; empty if this user may not see them. */
    private Optional<Map<String, String>> configOf(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config described = answers.await(Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).values().get(resource)));
            Map<String, String> config = new HashMap<>();
            for (ConfigEntry entry : described.entries()) {
                if (entry.value() != null) {
                    config.put(entry.name(), entry.value());
                }
            }
            return Optional.of(config);
        } catch (ExecutionException e) {
            Throwable cause = BrokerAnswers.causeOf(e);
            if (cause instanceof AuthorizationException) {
                return Optional.empty();
            }
            if (cause instanceof UnknownTopicOrPartitionException) {
                return Optional.of(Map.of());
            }
            throw answers.unreachable(cause);
        }
    }

    /** Asks what would happen; nothing is created. */
    private boolean mayCreate(WantedTopic topic) {
        NewTopic asked = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
        return answers.refusal(
                        admin.createTopics(List.of(asked), new CreateTopicsOptions().validateOnly(true))
                                .all(),
                        ApiException.class)
                .map(refusal -> !(refusal instanceof AuthorizationException))
                .orElse(true);
    }
}
