package io.journeystreams.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ObservationServerTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final AtomicReference<Optional<String>> lost = new AtomicReference<>(Optional.empty());
    private final RestoreProgress restore = new RestoreProgress();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObservationServer server = start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunningProcessorIsLiveAndReady() throws Exception {
        assertThat(get("/live")).isEqualTo("200 live\n");
        assertThat(get("/ready")).isEqualTo("200 ready\n");
    }

    @Test
    void aRestoringProcessorIsLiveAndNotReadyAndSaysHowFarItIs() throws Exception {
        // given
        state.set(State.REBALANCING);
        restore.onRestoreStart(CHANGELOG, "profiles", 100, 300);
        restore.onBatchRestored(CHANGELOG, "profiles", 190, 90);

        // then
        assertThat(get("/live")).isEqualTo("200 live\n");
        assertThat(get("/ready")).isEqualTo("503 restoring state: 45 %\n");
        assertThat(get("/status")).contains("\"restoredPercent\":45", "\"ready\":false");

        // when
        restore.onRestoreEnd(CHANGELOG, "profiles", 200);
        state.set(State.RUNNING);

        // then
        assertThat(get("/ready")).isEqualTo("200 ready\n");
    }

    @Test
    void aProcessorThatGaveUpIsNotLive() throws Exception {
        // given
        state.set(State.ERROR);

        // then
        assertThat(get("/live")).isEqualTo("503 stopped: ERROR\n");
        assertThat(get("/ready")).isEqualTo("503 not running: ERROR\n");
    }

    @Test
    void aProcessorWithoutItsTopicsIsNeitherLiveNorReady() throws Exception {
        // given
        lost.set(Optional.of("topics are gone: journey.sessions"));

        // then
        assertThat(get("/live")).isEqualTo("503 topics are gone: journey.sessions\n");
        assertThat(get("/ready")).isEqualTo("503 topics are gone: journey.sessions\n");
    }

    @Test
    void statusIsJson() throws Exception {
        assertThat(get("/status"))
                .isEqualTo(
                        "200 {\"applicationId\":\"journey\",\"policyVersion\":\"0123\",\"startedAt\":\"1970-01-01T00:00:00Z\","
                                + "\"state\":\"RUNNING\",\"ready\":true,\"clocks\":{}}");
    }

    @Test
    void metricsAreServed() throws Exception {
        assertThat(get("/metrics")).isEqualTo("200 some_metric 1.0\n");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/")).isEqualTo("404 not found\n");
        assertThat(get("/liveness")).isEqualTo("404 not found\n");
        assertThat(get("/live/x")).isEqualTo("404 not found\n");
        HttpRequest post = request("/live").POST(BodyPublishers.ofString("x")).build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(path).GET().build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private ObservationServer start() {
        Health health = new Health(state::get, restore, lost::get);
        JourneyMeters meters = new JourneyMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> 0);
        StatusReport status = new StatusReport("journey", "0123", health, meters, Instant.EPOCH);
        try {
            return ObservationServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    health,
                    () -> "some_metric 1.0\n",
                    status,
                    List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
