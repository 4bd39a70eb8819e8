package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.cli.Journey;
import io.journeystreams.faults.BadRecords.Bad;
import io.journeystreams.intake.Reports;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.LetterHeaders;
import io.journeystreams.topology.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault R5: bad records of every kind stand among good ones, in both inputs and in the journal. The good ones come out, the bad ones
 * are dead letters with their reason and their bytes, each once, and the processor goes on. Put back, they come again, counted.
 */
@Timeout(180)
class R5BadRecordsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path directory =
            Path.of("target", "bad-records-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");
    private final Path log = directory.resolve("out");

    private record Letter(
            String topic, String reason, @Nullable Bytes value) {}

    @Test
    void goodRecordsComeOutAndExactlyTheBadOnesAreDeadLetters() throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(1);
            configure(cluster);
            List<Bad> bad = new BadRecords(cluster).all();
            send(cluster, bad);
            List<Letter> expected = bad.stream()
                    .map(one -> new Letter(one.topic(), one.reason().name(), one.value()))
                    .toList();
            try (ProcessorProcess process = ProcessorProcess.start(config, log)) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    process.assertRunning();
                    assertThat(letters(cluster, unused -> true)).hasSizeGreaterThanOrEqualTo(bad.size());
                    assertThat(cluster.records(Topics.SESSIONS)).hasSizeGreaterThanOrEqualTo(bad.size());
                });
                assertThat(letters(cluster, unused -> true)).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(devices(cluster))
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, bad.size())
                                .mapToObj(i -> "a:good-" + i)
                                .toList());

                redrive();

                List<Letter> again = expected.stream()
                        .filter(letter -> letter.reason().equals("UNKNOWN_SCHEMA"))
                        .toList();
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters(cluster, R5BadRecordsIT::isBack))
                        .containsExactlyInAnyOrderElementsOf(again));
                process.stop();
            }
        }
    }

    private void configure(Cluster cluster) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(
                config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1}
                http: {port: 0}
                """.formatted(cluster.bootstrapServers(), cluster.registryUrl(), directory.resolve("state")));
    }

    /** After each bad record a good one of a device of its own. */
    private static void send(Cluster cluster, List<Bad> bad) throws Exception {
        InputEncoder inputs = new InputEncoder(cluster.registry());
        long nowMs = System.currentTimeMillis();
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            for (int i = 0; i < bad.size(); i++) {
                producer.send(bad.get(i).record()).get();
                byte[] good = inputs.encode(Reports.clickstream("good-" + i, "page_viewed", nowMs)
                        .setAnonymousId("good-" + i)
                        .build());
                producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, 0, nowMs, null, good))
                        .get();
            }
        }
    }

    private void redrive() {
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("dead-letters", "redrive", "--reason", "UNKNOWN_SCHEMA"));
        arguments.addAll(List.of("--execute", "--config", config.toString()));
        int code = Journey.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(err), arguments.toArray(new String[0]));
        assertThat(code).as(err.toString()).isZero();
    }

    private static List<Letter> letters(Cluster cluster, Predicate<ConsumerRecord<byte[], byte[]>> filter) {
        return cluster.records(Topics.DEAD_LETTERS).stream()
                .filter(record -> record.headers().lastHeader(LetterHeaders.DONE) == null)
                .filter(filter)
                .map(record -> new Letter(
                        header(LetterHeaders.TOPIC, record),
                        header(LetterHeaders.REASON, record),
                        record.value() == null ? null : Bytes.wrap(record.value())))
                .toList();
    }

    private static boolean isBack(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(LetterHeaders.REDRIVES) != null
                && header(LetterHeaders.REDRIVES, record).equals("1");
    }

    /** Sessions that were told of by devices that were to come through. */
    private static List<String> devices(Cluster cluster) {
        return cluster.records(Topics.SESSIONS).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String header(String name, ConsumerRecord<byte[], byte[]> record) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }
}
