package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.config.JourneyConfig;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.runtime.StateMemory;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.Topics;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule O5 on a real broker: a running processor is asked why, over HTTP and by {@code explain}. */
@Timeout(180)
class ExplainIT {

    private static final String TOKEN = "a-token-of-this-test";
    private static final int CUSTOMERS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory =
            Path.of("target", "explain-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Cluster cluster = Cluster.start(directory.resolve("broker"));
    private final List<RunningProcessor> processors = new ArrayList<>();

    @AfterEach
    void stop() {
        processors.forEach(RunningProcessor::close);
        cluster.close();
    }

    @Test
    void aRunningProcessorSaysWhyThereWasAnAlertToThoseWhoKnowTheToken() throws Exception {
        // given
        cluster.createTopics(2);
        String url = "http://" + start("one", 0).address();
        addToCarts();

        // when
        String story = await().atMost(PATIENCE)
                .until(() -> explain("c:1", "--url", url).out(), out -> out.contains("to be acted on"));

        // then
        assertThat(story.lines().map(line -> line.replaceAll("^\\d\\d:\\d\\d:\\d\\d", "…")
                        .replaceAll(" +", " ")))
                .anySatisfy(line ->
                        assertThat(line).startsWith("… armed CART default A1 product_added add-1 (clickstream.events-"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("… abandoned CART default T5 alert ")
                        .endsWith(", published as revision 1, to be acted on"));
        assertThat(explain("c:1", "--url", url, "--json").out()).contains("\"decision\" : \"ABANDONED\"");
        assertThat(status(url, "c:1", "Bearer " + TOKEN)).isEqualTo(200);
        assertThat(status(url, "c:1", "")).isEqualTo(401);
        assertThat(status(url, "c:1", "Bearer " + TOKEN + "x")).isEqualTo(403);
        assertThat(status(url, "c:nobody", "")).isEqualTo(401);
        assertThat(status(url, "c:nobody", "Bearer " + TOKEN)).isEqualTo(404);
        Run unknown = explain("c:nobody", "--url", url);
        assertThat(unknown.code()).isEqualTo(ExitCode.PROFILE.code());
        assertThat(unknown.errorLines()).singleElement().asString().contains("nothing is known of this profile");
    }

    /** What an instance does not keep it asks of the one that does, unless the question has been passed on already. */
    @Test
    void eachOfTwoInstancesAnswersForBoth() throws Exception {
        // given
        cluster.createTopics(2);
        RunningProcessor one = start("one", freePort());
        RunningProcessor other = start("two", freePort());
        addToCarts();
        String url = "http://" + one.address();
        String otherUrl = "http://" + other.address();

        // when
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(statuses(url)).containsOnly(200);
            assertThat(statuses(otherUrl)).containsOnly(200);
        });

        // then
        List<String> kept = new ArrayList<>();
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            String profile = "c:" + customer;
            List<Integer> alone = List.of(statusIfPassedOn(url, profile), statusIfPassedOn(otherUrl, profile));
            assertThat(alone).as(profile).containsExactlyInAnyOrder(200, 421);
            kept.add(alone.get(0) == 200 ? "one" : "other");
            assertThat(status(url, profile, "Bearer " + TOKEN + "x")).isEqualTo(403);
        }
        assertThat(kept).contains("one", "other");
        assertThat(status(url, "c:nobody", "Bearer " + TOKEN)).isEqualTo(404);
        assertThat(status(otherUrl, "c:nobody", "Bearer " + TOKEN)).isEqualTo(404);
    }

    private static int statusIfPassedOn(String url, String profile) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/profiles/" + profile + "/decisions"))
                .header("Authorization", "Bearer " + TOKEN)
                .header(HttpQuestion.FORWARDED, "1")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private List<Integer> statuses(String url) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            statuses.add(status(url, "c:" + customer, "Bearer " + TOKEN));
        }
        return statuses;
    }

    private RunningProcessor start(String name, int port) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrapServers",
                cluster.bootstrapServers(),
                "registry.url",
                cluster.registryUrl(),
                "clock.grace",
                "1s",
                "clock.idleAfter",
                "1s",
                "abandonment.cart.delay",
                "2s",
                "http.port",
                String.valueOf(port),
                "http.token",
                TOKEN));
        if (port != 0) {
            settings.put("kafka.properties.application.server", "127.0.0.1:" + port);
        }
        JourneyConfig config = JourneyConfig.of(settings);
        StreamsSettings streams = new StreamsSettings(
                "explain",
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
        return processor;
    }

    private void addToCarts() throws Exception {
        InputEncoder inputs = new InputEncoder(cluster.registry());
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (int customer = 1; customer <= CUSTOMERS; customer++) {
                byte[] key = ("d" + customer).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, key, inputs.encode(added(customer))))
                        .get();
            }
        }
    }

    private static ClickstreamEvent added(int customer) {
        return ClickstreamEvent.newBuilder()
                .setEventId("add-" + customer)
                .setType("product_added")
                .setOccurredAt(Instant.now())
                .setCustomerId(String.valueOf(customer))
                .setDevice("web")
                .setLines(List.of(
                        Line.newBuilder().setProductId("p1").setQuantity(1).build()))
                .build();
    }

    private Run explain(String profile, String... more) throws Exception {
        Path file = Files.writeString(directory.resolve("journey.yaml"), "http: {token: " + TOKEN + "}\n");
        List<String> arguments = new ArrayList<>(List.of("explain", profile, "--config", file.toString()));
        arguments.addAll(List.of(more));
        return Run.journey(arguments.toArray(String[]::new));
    }

    private static int status(String url, String profile, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/profiles/" + profile + "/decisions"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
