package io.journeystreams.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Files of other people's events, and JSON lines. */
final class TestData {

    static final Path OTTO = path("/data/otto/events.ndjson");
    static final Path COMPLETE_JOURNEY = path("/data/completejourney/events.ndjson");
    static final Path SNOWPLOW = path("/data/snowplow-web/events.ndjson");
    static final Path SNOWPLOW_SESSIONS = path("/data/snowplow-web/expected-sessions.ndjson");
    static final Path SESSION_VECTORS = path("/data/session-vectors/vectors.ndjson");

    static final Path CHURN_PARAMETERS = path("/io/journeystreams/config/churn-parameters.yaml");

    private static final JsonMapper JSON = new JsonMapper();

    private TestData() {}

    static List<JsonNode> read(Path ndjson) {
        try {
            return Files.readAllLines(ndjson).stream()
                    .filter(line -> !line.isBlank())
                    .map(TestData::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String resource) {
        try {
            URL url = Objects.requireNonNull(TestData.class.getResource(resource), resource);
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
