package io.journeystreams.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.topics.Role;
import io.journeystreams.topics.TopicCatalogue;
import io.journeystreams.topics.WantedTopic;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule O4: whatever the topology publishes is a CloudEvent; dead letters are not published, they are what came in. */
@Timeout(60)
class CloudEventsTest {

    private static final String TOMBSTONE = "a tombstone";

    /** Together they bring something on every topic. */
    private static final Set<String> TELLING =
            Set.of("A06-via-link", "C05-settled-at-the-horizon", "I08-erased", "M03-chat");

    private final Set<String> seen = new TreeSet<>();
    private final Map<String, ByteBuffer> dataById = new HashMap<>();

    @Test
    void everyOutputOfEveryTopicIsACloudEvent() throws IOException {
        // given
        Set<String> wanted = outputs();

        // when
        try (EmbeddedRegistry server = EmbeddedRegistry.start(0);
                RegistryConnection registry = RegistryConnection.open(Map.of(RegistryConnection.URL, server.url()))) {
            for (Scenario scenario : Scenario.all()) {
                if (TELLING.stream().anyMatch(scenario.name()::startsWith)) {
                    dataById.clear();
                    new TopologyRunner(scenario, registry, this::check).run();
                }
            }
        }

        // then
        assertThat(seen).isEqualTo(wanted);
    }

    private static Set<String> outputs() {
        Set<String> outputs = TopicCatalogue.load().stream()
                .filter(topic -> topic.role() == Role.OUTPUT)
                .map(WantedTopic::name)
                .filter(name -> !name.equals(Topics.DEAD_LETTERS))
                .collect(Collectors.toCollection(TreeSet::new));
        outputs.add(TOMBSTONE);
        return outputs;
    }

    private void check(String topic, TestRecord<byte[], byte[]> record) {
        CloudEvent event = CloudEvent.of(record);
        event.mustConform();
        assertThat(event.attribute("subject")).isEqualTo(new String(record.key(), StandardCharsets.UTF_8));
        ByteBuffer data = ByteBuffer.wrap(record.value() == null ? new byte[0] : record.value());
        assertThat(dataById.merge(event.attribute("source") + event.attribute("id"), data, (first, again) -> first))
                .as("source and id name one event, on whatever topic: " + topic)
                .isEqualTo(data);
        seen.add(record.value() == null ? TOMBSTONE : topic);
    }
}
