package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.runtime.StateMemory;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.Topics;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Questions about a usual and a full profile, to its owner and passed on, while events flow: each is answered, soon, and the stream threads go on. */
@Timeout(240)
@Tag("alone")
class QueriesWhileEventsFlowIT {

    private static final String TOKEN = "a-token-of-this-test";
    private static final int PROFILES = 1_000;
    private static final int FULL = 990;
    private static final int QUESTIONS = Integer.getInteger("questions", 150);
    private static final int WARM_UP = 50;
    private static final long PAUSE_BETWEEN_EVENTS_MS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SLOWEST_MS = 500;

    private final Path directory =
            Path.of("target", "query-latency", UUID.randomUUID().toString()).toAbsolutePath();
    private final Cluster cluster = Cluster.start(directory.resolve("broker"));
    private final InputEncoder inputs = new InputEncoder(cluster.registry());
    private final List<RunningProcessor> processors = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        processors.forEach(RunningProcessor::close);
        cluster.close();
    }

    @Test
    void questionsAreAnsweredAtOnceWhileEventsFlow(TestReporter reporter) throws Exception {
        // given
        cluster.createTopics(2);
        String one = start("one");
        String two = start("two");
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            fill(producer);
            await().atMost(PATIENCE)
                    .until(() -> get(one, "/profiles/c:full").body().contains("\"recentEvents\":" + FULL));
            await().atMost(PATIENCE).until(() -> status(two, "/profiles/c:" + (PROFILES - 1)) == 200);
            String owner = passedOn(one, "/profiles/c:full") == 200 ? one : two;
            String other = owner.equals(one) ? two : one;
            AtomicBoolean isOver = new AtomicBoolean();
            Thread events = new Thread(() -> keepSending(producer, isOver), "events");
            events.start();

            // when
            try {
                for (String profile : List.of("c:full", "c:usual")) {
                    for (String what : List.of("", "/timeline", "/decisions")) {
                        measure(reporter, owner, other, "/profiles/" + profile + what);
                    }
                }
            } finally {
                isOver.set(true);
                events.join(Duration.ofSeconds(10).toMillis());
            }
        }
    }

    private void measure(TestReporter reporter, String owner, String other, String path) throws Exception {
        String keeper = passedOn(owner, path) == 200 ? owner : other;
        String proxy = keeper.equals(owner) ? other : owner;
        for (String by : List.of("owner", "proxy")) {
            long[] tookMicros = ask(by.equals("owner") ? keeper : proxy, path);
            double p50 = tookMicros[tookMicros.length / 2] / 1_000.0;
            double p99 = tookMicros[tookMicros.length * 99 / 100] / 1_000.0;
            reporter.publishEntry(path + " by " + by, String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", p50, p99));

            // then
            assertThat(p99).as(path + " by " + by).isLessThan(SLOWEST_MS);
        }
    }

    private long[] ask(String url, String path) throws Exception {
        long[] tookMicros = new long[QUESTIONS];
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            long startedNanos = System.nanoTime();
            HttpResponse<String> answer = get(url, path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            tookMicros[Math.max(0, i)] = (System.nanoTime() - startedNanos) / 1_000;
        }
        Arrays.sort(tookMicros);
        return tookMicros;
    }

    private void fill(KafkaProducer<byte[], byte[]> producer) {
        long nowMs = System.currentTimeMillis();
        for (int profile = 0; profile < PROFILES; profile++) {
            send(producer, event("seed-" + profile, String.valueOf(profile), nowMs));
        }
        for (int i = 0; i < 20; i++) {
            send(producer, event("usual-" + i, "usual", nowMs + i));
        }
        for (int i = 0; i < FULL; i++) {
            send(producer, event("full-" + i, "full", nowMs - (FULL - i) * 1_000L));
        }
        producer.flush();
    }

    private void keepSending(KafkaProducer<byte[], byte[]> producer, AtomicBoolean isOver) {
        for (int i = 0; !isOver.get(); i++) {
            send(producer, event("flow-" + i, String.valueOf(i % PROFILES), System.currentTimeMillis()));
            try {
                Thread.sleep(PAUSE_BETWEEN_EVENTS_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, ClickstreamEvent event) {
        byte[] key = String.valueOf(event.getCustomerId()).getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, key, inputs.encode(event)));
    }

    private static ClickstreamEvent event(String id, String customer, long atMs) {
        boolean isLook = id.hashCode() % 3 != 0;
        return ClickstreamEvent.newBuilder()
                .setEventId(id)
                .setType(isLook ? "page_viewed" : "product_added")
                .setOccurredAt(Instant.ofEpochMilli(atMs))
                .setCustomerId(customer)
                .setDevice("web")
                .setLines(
                        isLook
                                ? List.of()
                                : List.of(Line.newBuilder()
                                        .setProductId("p" + id.hashCode() % 40)
                                        .setQuantity(1)
                                        .build()))
                .build();
    }

    private String start(String name) throws Exception {
        int port = freePort();
        JourneyConfig config = JourneyConfig.of(Map.of(
                "kafka.bootstrapServers",
                cluster.bootstrapServers(),
                "registry.url",
                cluster.registryUrl(),
                "clock.idleAfter",
                "1s",
                "http.port",
                String.valueOf(port),
                "http.token",
                TOKEN,
                "kafka.properties.application.server",
                "127.0.0.1:" + port));
        StreamsSettings streams = new StreamsSettings(
                "query",
                cluster.bootstrapServers(),
                directory.resolve(name),
                1,
                Optional.empty(),
                0,
                StateMemory.defaults(),
                StreamsSettings.STORE_COMPACTION,
                config.kafka().properties());
        RunningProcessor processor = RunningProcessor.start(config, streams);
        processors.add(processor);
        await().atMost(PATIENCE).until(processor::isRunning);
        return "http://" + processor.address();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private int status(String url, String path) throws Exception {
        return get(url, path).statusCode();
    }

    private int passedOn(String url, String path) throws Exception {
        HttpRequest request =
                request(url, path).header("Journey-Forwarded", "1").build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<String> get(String url, String path) throws Exception {
        return client.send(request(url, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String url, String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + TOKEN);
    }
}
