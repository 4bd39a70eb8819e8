package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.journeystreams.cli.Journey;
import io.journeystreams.letters.LetterFilter;
import io.journeystreams.letters.Redrive;
import io.journeystreams.rig.Cluster;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule O3: dead letters are put back each once, whatever happens to those who do it. */
@Timeout(120)
class R6DeadLettersRedriveIT {

    private static final Path DIRECTORY =
            Path.of("target", "redrive-it", UUID.randomUUID().toString()).toAbsolutePath();
    private static final Path CONFIG = DIRECTORY.resolve("journey.yaml");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AT_MS = 1_700_000_000_000L;
    private static final int MANY = 3_000;

    private static @Nullable Cluster shared;

    @BeforeAll
    static void startCluster() throws Exception {
        shared = Cluster.start(DIRECTORY.resolve("broker"));
        Files.writeString(
                CONFIG, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                """.formatted(cluster().bootstrapServers(), cluster().registryUrl()));
    }

    @BeforeEach
    void createTopics() {
        cluster().createTopics(2);
        cluster().keepForever(Topics.CLICKSTREAM);
        cluster().keepForever(Topics.CRM);
    }

    @AfterEach
    void deleteTopics() {
        cluster().deleteTopics();
    }

    @AfterAll
    static void stopCluster() {
        cluster().close();
    }

    @Test
    void recordGoesBackAsItWasAndSaysWhereItComesFrom() throws Exception {
        ProducerRecord<byte[], byte[]> letter = letter(Topics.CRM, 1, "UNKNOWN_SCHEMA", "key", "value");
        letter.headers().add("trace", bytes("t1"));
        send(List.of(letter, letter(Topics.CLICKSTREAM, 0, "NULL_VALUE", null, null)));

        run("dead-letters", "redrive", "--execute");

        ConsumerRecord<byte[], byte[]> crm = only(Topics.CRM);
        assertThat(crm.partition()).isEqualTo(1);
        assertThat(crm.timestamp()).isEqualTo(AT_MS);
        assertThat(crm.key()).isEqualTo(bytes("key"));
        assertThat(crm.value()).isEqualTo(bytes("value"));
        assertThat(headers(crm))
                .containsExactly("trace=t1", "journey.redriven-from=journey.dead-letters-0@0", "journey.redrives=1");
        ConsumerRecord<byte[], byte[]> clickstream = only(Topics.CLICKSTREAM);
        assertThat(clickstream.key()).isNull();
        assertThat(clickstream.value()).isNull();
    }

    @Test
    void nothingIsPutBackTwiceAndNothingWithoutBeingTold() throws Exception {
        send(letters(5));

        String announced = run("dead-letters", "redrive");
        assertThat(cluster().records(Topics.CLICKSTREAM)).isEmpty();
        String first = run("dead-letters", "redrive", "--yes");
        String second = run("dead-letters", "redrive", "--yes");

        assertThat(announced).contains("5 would go back: UNREADABLE to clickstream.events", "nothing was done");
        assertThat(first).contains("5 redriven, 0 had been before");
        assertThat(second).contains("0 redriven, 5 had been before");
        assertEachIsBackOnce(5);
        assertThat(run("dead-letters", "list").lines().filter(line -> line.endsWith("redriven")))
                .hasSize(5);
    }

    @Test
    void whatTheFilterLeavesOutCanBePutBackLater() throws Exception {
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>(letters(4));
        letters.add(letter(Topics.CRM, 0, "UNKNOWN_SCHEMA", "key", "crm"));
        send(letters);

        assertThat(run("dead-letters", "redrive", "--reason", "unknown_schema", "--yes"))
                .contains("1 redriven");
        assertThat(run("dead-letters", "redrive", "--offsets", "1-2", "--yes")).contains("2 redriven");
        assertThat(run("dead-letters", "redrive", "--topic", Topics.CLICKSTREAM, "--yes"))
                .contains("2 redriven, 2 had been before");

        assertEachIsBackOnce(4);
        assertThat(cluster().records(Topics.CRM)).hasSize(1);
    }

    @Test
    void whatCannotGoBackIsCountedAndLeft() throws Exception {
        ProducerRecord<byte[], byte[]> cut = letter(Topics.CLICKSTREAM, 0, "TOO_LARGE", "key", "beginning");
        cut.headers().add(LetterHeaders.TRUNCATED_FROM, bytes("2000000"));
        ProducerRecord<byte[], byte[]> deadline = letter(Topics.JOURNAL, 0, "RULES_FAILED", "c:1", "profile");
        deadline.headers().remove(LetterHeaders.OFFSET);
        deadline.headers().add(LetterHeaders.OFFSET, bytes("-1"));
        ProducerRecord<byte[], byte[]> watermark = letter(Topics.JOURNAL, 0, "UNREADABLE", "~watermark", "mark");
        send(List.of(cut, deadline, watermark));

        assertThat(run("dead-letters", "redrive", "--yes")).contains("0 redriven, 0 had been before, 3 cannot be");

        assertThat(cluster().records(Topics.CLICKSTREAM)).isEmpty();
        assertThat(cluster().records(Topics.JOURNAL)).isEmpty();
    }

    @Test
    void redriveThatIsKilledInTheMiddleIsGoneOnWith() throws Exception {
        send(letters(MANY));
        Path log = DIRECTORY.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Journey.class.getName(),
                        "dead-letters",
                        "redrive",
                        "--execute",
                        "--config",
                        CONFIG.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> Files.readString(log)
                .contains("redriven …"));
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(cluster().records(Topics.CLICKSTREAM)).hasSizeBetween(1, MANY - 1);

        String rest = run("dead-letters", "redrive", "--execute");

        assertThat(rest).doesNotStartWith("0 redriven");
        assertEachIsBackOnce(MANY);
    }

    @Test
    void ofTwoWhoRedriveAtOnceTheSecondTakesOver() throws Exception {
        send(letters(250));
        Map<String, String> clients = Map.of("bootstrap.servers", cluster().bootstrapServers());
        AtomicBoolean hasBegun = new AtomicBoolean();
        try (Redrive first = new Redrive(clients, "journey-streams", Topics.DEAD_LETTERS, PATIENCE)) {
            assertThatThrownBy(() -> first.run(LetterFilter.all(), count -> {
                        if (hasBegun.compareAndSet(false, true)) {
                            try (Redrive second =
                                    new Redrive(clients, "journey-streams", Topics.DEAD_LETTERS, PATIENCE)) {
                                second.run(LetterFilter.all(), unused -> {});
                            }
                        }
                    }))
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
        assertEachIsBackOnce(250);
    }

    /** A transaction of the processor is open on the dead letters, so that marks behind it are committed and not yet to be seen. */
    @Test
    void marksBehindAnOpenTransactionAreWaitedFor() throws Exception {
        send(letters(3));
        Map<String, String> clients = Map.of("bootstrap.servers", cluster().bootstrapServers());
        try (KafkaProducer<byte[], byte[]> processor = cluster().producer(Map.of("transactional.id", "processor"));
                Redrive redrive = new Redrive(clients, "journey-streams", Topics.DEAD_LETTERS, PATIENCE)) {
            redrive.run(LetterFilter.all(), unused -> {});
            processor.initTransactions();
            processor.beginTransaction();
            processor
                    .send(letter(Topics.CLICKSTREAM, 0, "UNREADABLE", "open", "3"))
                    .get();
            try (Redrive impatient = new Redrive(clients, "other", Topics.DEAD_LETTERS, Duration.ofMillis(500))) {
                assertThatThrownBy(() -> impatient.run(LetterFilter.all(), unused -> {}))
                        .hasMessageContaining("a transaction on the dead letters is open");
            }
            processor.abortTransaction();
        }
        assertEachIsBackOnce(3);
    }

    private static Cluster cluster() {
        return Objects.requireNonNull(shared);
    }

    private static void assertEachIsBackOnce(int letters) {
        assertThat(cluster().records(Topics.CLICKSTREAM).stream()
                        .map(record -> Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8))))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, letters).boxed().toList());
    }

    private static ConsumerRecord<byte[], byte[]> only(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = cluster().records(topic);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static List<String> headers(ConsumerRecord<byte[], byte[]> record) {
        return Stream.of(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<ProducerRecord<byte[], byte[]>> letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> letter(Topics.CLICKSTREAM, i % 2, "UNREADABLE", "key-" + i, String.valueOf(i)))
                .toList();
    }

    /** As the processor writes them. */
    private static ProducerRecord<byte[], byte[]> letter(
            String topic, int partition, String reason, @Nullable String key, @Nullable String value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.DEAD_LETTERS, 0, bytesOrNull(key), bytesOrNull(value));
        Map.of(
                        LetterHeaders.TOPIC,
                        topic,
                        LetterHeaders.PARTITION,
                        String.valueOf(partition),
                        LetterHeaders.OFFSET,
                        "7",
                        LetterHeaders.MESSAGE,
                        "what is wrong",
                        LetterHeaders.REASON,
                        reason,
                        LetterHeaders.TIMESTAMP,
                        String.valueOf(AT_MS))
                .forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    private static void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = cluster().producer(Map.of())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                var unused = producer.send(record);
            }
            producer.flush();
        }
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", CONFIG.toString()));
        int code = Journey.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private static byte @Nullable [] bytesOrNull(@Nullable String text) {
        return text == null ? null : bytes(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
