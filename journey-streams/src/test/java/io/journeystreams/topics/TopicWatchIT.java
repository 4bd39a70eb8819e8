package io.journeystreams.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.local.broker.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class TopicWatchIT {

    private static final Needs NEEDS = Needs.of("journey", List.of("profiles"));

    private static final Duration LIMIT = Duration.ofSeconds(1);

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void everyTopicThatWasSeenAndIsMissingTwiceIsGone() throws Exception {
        try (LocalBroker broker = LocalBroker.start(directory)) {
            Map<String, String> client = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (TopicAdmin topics = TopicAdmin.connect(client);
                    Admin admin = Admin.create(Map.copyOf(client));
                    TopicWatch watch = TopicWatch.of(client, NEEDS, LIMIT)) {
                NEEDS.topics().forEach(topic -> topics.create(topic, Optional.of(1), Optional.empty()));
                watch.look();
                watch.look();
                assertThat(watch.gone()).as("a changelog is yet to be created").isEmpty();
                for (WantedTopic topic : NEEDS.topics()) {
                    // when
                    admin.deleteTopics(List.of(topic.name())).all().get();

                    // then
                    await().pollDelay(Duration.ZERO)
                            .atMost(Duration.ofSeconds(10))
                            .untilAsserted(() -> {
                                watch.look();
                                assertThat(watch.gone()).contains("topics are gone: " + topic.name());
                            });
                    topics.create(topic, Optional.of(1), Optional.empty());
                    await().pollDelay(Duration.ZERO)
                            .atMost(Duration.ofSeconds(10))
                            .untilAsserted(() -> {
                                watch.look();
                                assertThat(watch.gone()).isEmpty();
                            });
                }
            }
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerSaysNothingOfItsTopics() {
        LocalBroker broker = LocalBroker.start(directory);
        Map<String, String> client = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (TopicWatch watch = TopicWatch.of(client, NEEDS, LIMIT)) {
            try (TopicAdmin topics = TopicAdmin.connect(client)) {
                NEEDS.topics().forEach(topic -> topics.create(topic, Optional.of(1), Optional.empty()));
            }
            watch.look();

            // when
            broker.close();
            watch.look();

            // then
            assertThat(watch.gone()).isEmpty();
        }
    }
}
