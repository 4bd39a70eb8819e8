package io.journeystreams.topics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.journeystreams.config.DurationText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The topics of {@code topics.yaml}, in its order. */
public final class TopicCatalogue {

    private static final String RESOURCE = "topics.yaml";

    private TopicCatalogue() {}

    public static List<WantedTopic> load() {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .addModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()))
                .build();
        try (InputStream yaml = Objects.requireNonNull(TopicCatalogue.class.getResourceAsStream(RESOURCE))) {
            return mapper.readValue(yaml, new TypeReference<List<WantedTopic>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of this build is broken", e);
        }
    }

    /** As {@link #load()}, but the broker stamps the inputs. */
    public static List<WantedTopic> withStampedInputs() {
        return load().stream()
                .map(topic -> topic.role() == Role.INPUT ? topic.withTimestamps("LogAppendTime") : topic)
                .toList();
    }

    private static final class DurationReader extends StdDeserializer<Duration> {

        private static final long serialVersionUID = 1;

        private DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return DurationText.parse(parser.getText());
        }
    }
}
