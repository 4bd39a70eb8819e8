package io.journeystreams.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks now and then whether the topics of a running processor are still there: a producer waits for minutes for a topic that
 * was deleted, and says nothing meanwhile. A topic is gone that was seen once and is missing twice in a row; a broker that does
 * not answer says nothing of its topics.
 */
public final class TopicWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Admin admin;
    private final List<String> topics;
    private final Duration limit;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(TopicWatch::daemon);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private Set<String> missingBefore = Set.of();
    private volatile Optional<String> gone = Optional.empty();

    private TopicWatch(Admin admin, List<String> topics, Duration limit) {
        this.admin = admin;
        this.topics = topics;
        this.limit = limit;
    }

    /** @param clientProperties settings of the Kafka client */
    public static TopicWatch start(Map<String, String> clientProperties, Needs needs) {
        TopicWatch watch = of(clientProperties, needs, LIMIT);
        ScheduledFuture<?> unused =
                watch.clock.scheduleWithFixedDelay(watch::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Looks only when told to, and gives the broker so long to answer. */
    static TopicWatch of(Map<String, String> clientProperties, Needs needs, Duration limit) {
        Map<String, Object> settings = new HashMap<>(clientProperties);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(limit.toMillis()));
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(limit.toMillis() / 2));
        List<String> names = Stream.concat(needs.topics().stream(), needs.changelogs().stream())
                .map(WantedTopic::name)
                .toList();
        return new TopicWatch(Admin.create(settings), names, limit);
    }

    /** Which topics are gone, in words; empty while all are there, as far as is known. */
    public Optional<String> gone() {
        return gone;
    }

    void look() {
        Set<String> missing = new TreeSet<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, answer) -> {
            if (isMissing(topic, answer)) {
                missing.add(topic);
            }
        });
        Set<String> twice = new TreeSet<>(missing);
        twice.retainAll(missingBefore);
        missingBefore = missing;
        gone = twice.isEmpty() ? Optional.empty() : Optional.of("topics are gone: " + String.join(", ", twice));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }

    private boolean isMissing(String topic, KafkaFuture<TopicDescription> answer) {
        try {
            answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            seen.add(topic);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException && seen.contains(topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "topic-watch");
        thread.setDaemon(true);
        return thread;
    }
}
