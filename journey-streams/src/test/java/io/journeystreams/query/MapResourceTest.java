package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.observe.Health;
import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.observe.JourneyMeters;
import io.journeystreams.observe.ObservationServer;
import io.journeystreams.observe.RestoreProgress;
import io.journeystreams.observe.StatusReport;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map and the feed asked of an instance: with its peers, without them, and by many at once. */
@Timeout(60)
class MapResourceTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final long AT_MS = 1_774_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void instancesThatAskEachOtherAtTheSameTimeTellTheWholeMapAtOnce() throws Exception {
        // given
        int[] ports = {freePort(), freePort()};
        for (int i = 0; i < 2; i++) {
            MapInMemory part = new MapInMemory(i, Set.of("127.0.0.1:" + ports[1 - i]));
            part.count(ProfileKey.ofCustomer("c" + i), List.of(start()));
            serve(part, ports[i]);
        }

        for (int round = 0; round < 20; round++) {
            // when
            String query = "/map?channel=email&device=" + (round % 2 == 0 ? "mobile" : "x" + round);
            List<CompletableFuture<HttpResponse<String>>> answers =
                    List.of(getSoon(ports[0], query), getSoon(ports[1], query));

            // then
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(JSON.readTree(answer.get().body()).path("partitions"))
                        .hasToString("{\"of\":2,\"answered\":2}");
            }
        }
        assertThat(started(get(ports[0], "/map"))).isEqualTo(2);
        assertThat(started(get(ports[1], "/map"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "nothing", "{\"partitions\":[1],\"lines\":[[\"NEW\",\"\",\"\",\"\"]]}"})
    void onePeerThatCannotBeUnderstoodIsMissing(String body) throws Exception {
        // given
        MapInMemory part = new MapInMemory(0, Set.of("127.0.0.1:" + stranger(body)));
        part.count(ProfileKey.ofCustomer("1"), List.of(start()));
        int port = serve(part, 0);

        // when
        HttpResponse<String> map = get(port, "/map");
        HttpResponse<String> alerts = get(port, "/alerts");

        // then
        assertThat(JSON.readTree(map.body()).path("partitions")).hasToString("{\"of\":2,\"answered\":1}");
        assertThat(started(map)).isEqualTo(1);
        assertThat(alerts.statusCode()).isEqualTo(200);
    }

    @Test
    void probesAreAnsweredWhileManyWaitForAPeerThatIsSilent() throws Exception {
        // given
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(silent);
        MapInMemory part = new MapInMemory(0, Set.of("127.0.0.1:" + silent.getLocalPort()));
        part.count(ProfileKey.ofCustomer("1"), List.of(start()));
        int port = serve(part, 0);
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(getSoon(port, "/map?channel=c" + i));
            asked.add(getSoon(port, "/alerts?limit=" + (i + 1)));
        }
        // when
        CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).get();
        long startedNanos = System.nanoTime();
        assertThat(get(port, "/live").statusCode()).isEqualTo(200);
        assertThat(get(port, "/ready").statusCode()).isEqualTo(200);
        assertThat(get(port, "/metrics").statusCode()).isEqualTo(200);

        // then
        assertThat(System.nanoTime() - startedNanos).as("nanoseconds").isLessThan(1_000_000_000L);
        List<HttpResponse<String>> refused = asked.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
    }

    @Test
    void aHugePeriodIsAFewRows() throws Exception {
        // given
        MapInMemory part = new MapInMemory(0, Set.of());
        part.count(ProfileKey.ofCustomer("1"), List.of(start()));
        int port = serve(part, 0);

        // when
        JsonNode map = JSON.readTree(get(port, "/map?from=1970-01-01T00:00:00Z&to=9999-12-31T00:00:00Z")
                .body());

        // then
        assertThat(map.path("series")).hasSizeBetween(29, 32);
        assertThat(map.path("channels"))
                .hasToString("[{\"channel\":\"email\",\"started\":1,\"goals\":0,\"value\":[]}]");
    }

    @Test
    void beforeAnythingIsAssignedItSaysNotYet() throws Exception {
        int port = serve(new Nothing(), 0);

        assertThat(get(port, "/map").body()).contains("NOT_READY", "restoring");
        assertThat(get(port, "/map").headers().firstValue("Retry-After")).contains("5");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 50",
        "limit=1, 1",
        "limit=200, 60",
        "limit=0,",
        "limit=201,",
        "limit=999,",
        "limit=1000,",
        "limit=-1,",
        "limit=01,",
        "limit=,",
        "limit,",
        "limit=1&limit=2,",
        "all=1,",
        "limit=1&all=1,"
    })
    void theFeedTellsAsManyAsAreWanted(String query, @Nullable Integer expected) throws Exception {
        // given
        AlertFeed feed = new AlertFeed();
        for (int i = 0; i < 60; i++) {
            feed.add(FeedAlerts.alert("a" + i, 1, i));
        }
        AlertsResource resource = new AlertsResource(gate(), feed, new MapInMemory(0, Set.of()), new Peers());

        // when
        HttpAnswer answer = resource.get(new HttpQuestion(
                "/alerts",
                query.isEmpty() ? Optional.empty() : Optional.of(query),
                Optional.of("Bearer " + TOKEN),
                false));

        // then
        if (expected == null) {
            assertThat(answer.status() + answer.body()).startsWith("400").contains("NO_FEED");
        } else {
            assertThat(JSON.readTree(answer.body()).path("alerts")).hasSize(expected);
        }
    }

    private static long started(HttpResponse<String> map) throws IOException {
        long started = 0;
        for (JsonNode channel : JSON.readTree(map.body()).path("channels")) {
            started += channel.path("started").asLong();
        }
        return started;
    }

    private static MapCount start() {
        return new MapCount(
                AT_MS,
                new MapSlice("email", "mobile", "customer"),
                new MapLine(MapSeries.MISSION, "", "AWARENESS"),
                1,
                false,
                OptionalLong.empty(),
                Optional.empty());
    }

    /** An instance that knows of nothing yet. */
    private static final class Nothing implements MapSource {

        @Override
        public MapPart read(MapQuestion question) {
            return MapPart.empty();
        }

        @Override
        public OptionalLong clockMs() {
            return OptionalLong.empty();
        }

        @Override
        public Set<Integer> partitions() {
            return Set.of();
        }

        @Override
        public int journalPartitions() {
            return 0;
        }

        @Override
        public Set<String> othersThan(Set<Integer> known) {
            return Set.of();
        }
    }

    private int stranger(String body) throws IOException {
        HttpServer peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        peer.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        peer.start();
        open.add(() -> peer.stop(0));
        return peer.getAddress().getPort();
    }

    private static Gate gate() {
        return new Gate(Optional.of(new AccessToken(TOKEN)));
    }

    private int serve(MapSource source, int port) throws IOException {
        Health health = new Health(() -> KafkaStreams.State.RUNNING, new RestoreProgress(), Optional::empty);
        JourneyMeters meters = new JourneyMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> 0);
        Peers peers = new Peers();
        ObservationServer server = ObservationServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                health,
                () -> "up 1\n",
                new StatusReport("journey", "0123", health, meters, Instant.EPOCH),
                List.of(
                        new MapResource(gate(), source, EnginePolicy.defaults(), peers, () -> Optional.of("restoring")),
                        new AlertsResource(gate(), new AlertFeed(), source, peers)));
        open.add(server);
        return server.address().getPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return getSoon(port, path).get();
    }

    private CompletableFuture<HttpResponse<String>> getSoon(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }
}
