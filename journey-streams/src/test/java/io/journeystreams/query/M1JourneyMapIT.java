package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystreams.contracts.JourneyMapEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.MapGrain;
import io.journeystreams.contracts.MapSeriesName;
import io.journeystreams.intake.Reports;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.net.InetAddress;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Rule M1 on a broker: any instance tells the map of all, and it is what the topic adds up to. A killed instance is missing until its
 * partitions are taken over, and nothing is lost or counted twice by that.
 */
@Timeout(120)
class M1JourneyMapIT {

    private static final int PARTITIONS = 4;
    private static final int VISITORS = 40;
    private static final String NUDGE = "nudge";
    private static final String TOKEN = "a-token-of-this-test";
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Line> CART = List.of(Reports.line("A", 1, "10.00", "EUR"));

    private final List<ProcessorProcess> processes = new ArrayList<>();
    private long nudges;

    @Test
    void anyInstanceTellsWhatTheTopicAddsUpTo() throws Exception {
        Path directory = Path.of("target", "journey-map-it", UUID.randomUUID().toString())
                .toAbsolutePath();
        try (Cluster cluster = Cluster.start(directory.resolve("broker"));
                KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            cluster.createTopics(PARTITIONS);
            InputEncoder inputs = new InputEncoder(cluster.registry());
            Runnable nudge = () -> send(producer, inputs, NUDGE, "page_viewed", "nudge-" + nudges++);
            // when there is one
            ProcessorProcess one = start(directory, cluster, "one");
            awaitWhole(one, nudge);
            visit(producer, inputs, 0, VISITORS / 2);
            awaitStarted(one, VISITORS / 2 + 1, nudge);
            assertThat(partitions(one)).isEqualTo("4 of 4");

            // when there are two
            ProcessorProcess two = start(directory, cluster, "two");
            await().atMost(PATIENCE)
                    .until(() -> two.status("/ready") == 200 && !part(two).isEmpty());
            visit(producer, inputs, VISITORS / 2, VISITORS);
            awaitStarted(one, VISITORS + 1, nudge);
            awaitStarted(two, VISITORS + 1, nudge);
            assertThat(part(one).size() + part(two).size())
                    .as("each has its own")
                    .isEqualTo(PARTITIONS);
            await().atMost(PATIENCE).untilAsserted(() -> {
                nudge.run();
                assertThat(edges(one)).isEqualTo(edges(two)).isEqualTo(edgesOnTopic(cluster));
            });
            Map<String, Long> before = edges(one);

            // when one is killed
            two.kill();
            await().atMost(PATIENCE).until(() -> partitions(one).matches("[123] of 4"));
            awaitWhole(one, nudge);

            // then
            awaitStarted(one, VISITORS + 1, nudge);
            assertThat(edges(one)).isEqualTo(before);

            // when the other is, and its state is there
            one.kill();
            ProcessorProcess again = start(directory, cluster, "one");
            awaitWhole(again, nudge);

            // then
            assertThat(edges(again)).isEqualTo(before);
            visit(producer, inputs, VISITORS, VISITORS + 5);
            awaitStarted(again, VISITORS + 6, nudge);
            await().atMost(PATIENCE).untilAsserted(() -> {
                nudge.run();
                assertThat(edgesOnTopic(cluster)).isEqualTo(edges(again));
            });
        } finally {
            processes.forEach(ProcessorProcess::close);
        }
    }

    private static void visit(KafkaProducer<byte[], byte[]> producer, InputEncoder inputs, int from, int to) {
        for (int i = from; i < to; i++) {
            send(producer, inputs, "d" + i, "page_viewed", "viewed-" + i);
            send(producer, inputs, "d" + i, "product_added", "added-" + i);
            if (i % 3 == 0) {
                send(producer, inputs, "d" + i, "order_placed", "bought-" + i);
            }
        }
        producer.flush();
    }

    private static void send(
            KafkaProducer<byte[], byte[]> producer, InputEncoder inputs, String device, String type, String id) {
        var event = Reports.clickstream(id, type, System.currentTimeMillis()).setAnonymousId(device);
        if (!type.equals("page_viewed")) {
            event.setLines(CART);
        }
        if (type.equals("order_placed")) {
            event.setOrderId("order-" + id);
        }
        var unused = producer.send(new ProducerRecord<>(
                Topics.CLICKSTREAM, device.getBytes(StandardCharsets.UTF_8), inputs.encode(event.build())));
    }

    private static void awaitWhole(ProcessorProcess process, Runnable nudge) {
        await().atMost(PATIENCE).until(() -> {
            nudge.run();
            return partitions(process).equals("4 of 4");
        });
    }

    /** Every visitor begins one mission. */
    private static void awaitStarted(ProcessorProcess process, long wanted, Runnable nudge) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            nudge.run();
            long started = 0;
            for (JsonNode channel : map(process).path("channels")) {
                started += channel.path("started").asLong();
            }
            assertThat(started).isEqualTo(wanted);
        });
    }

    private static String partitions(ProcessorProcess process) throws Exception {
        JsonNode partitions = map(process).path("partitions");
        return partitions.path("answered").asInt() + " of "
                + partitions.path("of").asInt();
    }

    /** What it works on itself. */
    private static List<Integer> part(ProcessorProcess process) throws Exception {
        List<Integer> partitions = new ArrayList<>();
        String address = process.address().orElseThrow();
        var request = HttpRequest.newBuilder(URI.create(address + "/map?grain=day&" + week()))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Journey-Forwarded", "1")
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        JSON.readTree(body).path("partitions").forEach(partition -> partitions.add(partition.asInt()));
        return partitions;
    }

    private static JsonNode map(ProcessorProcess process) throws Exception {
        String body = process.page("/map?" + week(), "Bearer " + TOKEN);
        return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    }

    private static String week() {
        Instant now = Instant.now();
        return "from=" + now.minus(Duration.ofDays(6)) + "&to=" + now.plus(Duration.ofMinutes(1));
    }

    private static Map<String, Long> edges(ProcessorProcess process) throws Exception {
        Map<String, Long> edges = new TreeMap<>();
        JsonNode map = map(process);
        assertThat(map.path("grain").asText()).isEqualTo("day");
        for (JsonNode graph : map.path("graphs")) {
            for (JsonNode edge : graph.path("edges")) {
                boolean isEnd = edge.path("to").isNull();
                String to = isEnd ? "" : edge.path("to").asText();
                edges.merge(
                        graph.path("name").asText() + " " + edge.path("from").asText("") + ">" + to,
                        edge.path("count").asLong(),
                        Long::sum);
            }
        }
        return edges;
    }

    /** The last record of each key of the days, added up over parts, days and slices. */
    private static Map<String, Long> edgesOnTopic(Cluster cluster) {
        AvroDeserializer<JourneyMapEvent> deserializer =
                new AvroDeserializer<>(JourneyMapEvent.class, new WriterSchemas(cluster.registry()));
        Map<String, JourneyMapEvent> cells = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : cluster.records(Topics.MAP)) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                cells.remove(key);
            } else {
                cells.put(key, Objects.requireNonNull(deserializer.deserialize(Topics.MAP, record.value())));
            }
        }
        Map<String, Long> edges = new TreeMap<>();
        for (JourneyMapEvent cell : cells.values()) {
            MapSeriesName series = cell.getSeries();
            boolean isGraph = series == MapSeriesName.MISSION
                    || series == MapSeriesName.LIFECYCLE
                    || series == MapSeriesName.TOUCHPOINT;
            if (cell.getGrain() == MapGrain.DAY && isGraph) {
                String name =
                        series.name().toLowerCase(Locale.ROOT) + " " + text(cell.getFrom()) + ">" + text(cell.getTo());
                edges.merge(name, cell.getCount(), Long::sum);
            }
        }
        edges.values().removeIf(count -> count == 0);
        return edges;
    }

    private static String text(@Nullable CharSequence name) {
        return name == null ? "" : name.toString();
    }

    private ProcessorProcess start(Path directory, Cluster cluster, String name) throws Exception {
        Path config = directory.resolve(name + ".yaml");
        int port = freePort();
        Files.writeString(config, """
                kafka:
                  bootstrapServers: '%s'
                  properties: {application.server: '127.0.0.1:%d', consumer.session.timeout.ms: 6000}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1}
                http: {port: %d, token: '%s'}
                clock: {grace: 1s, idleAfter: 1s}
                """.formatted(
                        cluster.bootstrapServers(),
                        port,
                        cluster.registryUrl(),
                        directory.resolve("state-" + name),
                        port,
                        TOKEN));
        ProcessorProcess process = ProcessorProcess.start(config, directory.resolve(name + ".log"));
        processes.add(process);
        await().atMost(PATIENCE).until(() -> {
            process.assertRunning();
            return process.address().isPresent() && process.status("/live") == 200;
        });
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
