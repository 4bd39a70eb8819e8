package io.journeystreams.runtime;

import io.journeystreams.intake.InputSources;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the cluster for the input topics' partitions. */
public final class InputTopics {

    private InputTopics() {}

    /**
     * @throws StartupException if a topic does not exist, or the cluster does not answer in time
     */
    public static InputSources lookUp(Map<String, Object> adminConfig, Collection<String> topics, Duration timeout) {
        try (Admin admin = Admin.create(adminConfig)) {
            DescribeTopicsOptions options = new DescribeTopicsOptions().timeoutMs((int) timeout.toMillis());
            return sourcesOf(admin.describeTopics(topics, options).topicNameValues(), timeout);
        }
    }

    private static InputSources sourcesOf(Map<String, KafkaFuture<TopicDescription>> answers, Duration timeout) {
        Map<String, Integer> partitions = new TreeMap<>();
        Collection<String> missing = new TreeSet<>();
        answers.forEach((topic, answer) -> {
            try {
                partitions.put(
                        topic,
                        answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                                .partitions()
                                .size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw unreachable(e);
                }
                missing.add(topic);
            } catch (TimeoutException e) {
                throw unreachable(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unreachable(e);
            }
        });
        if (!missing.isEmpty()) {
            throw new StartupException(
                    StartupException.Problem.MISSING_TOPICS, "topics do not exist: " + missing, null);
        }
        return new InputSources(partitions);
    }

    private static StartupException unreachable(Exception cause) {
        return new StartupException(
                StartupException.Problem.CLUSTER_UNREACHABLE, "the cluster does not say what topics it has", cause);
    }
}
