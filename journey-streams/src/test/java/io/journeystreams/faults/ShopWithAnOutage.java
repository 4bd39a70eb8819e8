package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.intake.Reports;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.JournalTail;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * A shop whose processor stood still for the last two hours. Before, one cart was filled and left alone. Meanwhile a thousand
 * customers filled a cart and bought it in time, two hundred bought it after its deadline, and twenty left theirs alone; by now
 * every deadline is over. Records are dated by when they were ingested. A crowd whose data change makes the CRM topic the longer one
 * to read, so that deadlines pass while purchases still stand further on in it.
 *
 * <p>The processor reads in portions a second and a half apart, so that every partition is silent
 * while it still holds records, and for longer than watermarks are apart. Silence counts after a millisecond: nothing but
 * having read to the end protects.
 */
final class ShopWithAnOutage implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final int BUYERS = 1_000;
    private static final int LATE_BUYERS = 200;
    private static final int LEFT_ALONE = 20;
    private static final int CROWD = 3_500;
    private static final long BETWEEN_ADDS_MS = 3_000;
    private static final long BETWEEN_UPDATES_MS = 2_000;
    private static final long MINUTE_MS = 60_000;
    private static final long OUTAGE_MS = 120 * MINUTE_MS;
    private static final long CART_DELAY_MS = 60 * MINUTE_MS;
    private static final String APPLICATION = "journey";
    private static final String CONTROL = "control";
    /** Those that a killed processor has left open; else it takes up to ten seconds more until one is noticed to be over. */
    private static final Map<String, String> TRANSACTIONS_END_SOON =
            Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final List<Line> CART = List.of(Reports.line("A", 1, "10.00", "EUR"));

    private final Path directory =
            Path.of("target", "outage-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path config = directory.resolve("journey.yaml");
    private final Path log = directory.resolve("out");
    private final Path state = directory.resolve("state");
    private final long stoppedAtMs = System.currentTimeMillis() - OUTAGE_MS;
    private final Cluster cluster = Cluster.start(directory.resolve("broker"), TRANSACTIONS_END_SOON);
    private final InputEncoder inputs = new InputEncoder(cluster.registry());
    private final Alerts alerts = new Alerts(cluster);
    private final List<ProcessorProcess> processes = new ArrayList<>();

    private record Sent(String topic, String key, long atMs, Bytes value) {}

    static ShopWithAnOutage open() throws IOException {
        ShopWithAnOutage shop = new ShopWithAnOutage();
        shop.cluster.createTopics(PARTITIONS);
        shop.configure();
        return shop;
    }

    private void configure() throws IOException {
        Files.writeString(config, """
                kafka:
                  bootstrapServers: '%s'
                  properties:
                    main.consumer.fetch.min.bytes: 1000000
                    main.consumer.fetch.max.wait.ms: 1500
                    main.consumer.max.partition.fetch.bytes: 24000
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 2, instanceId: one}
                http: {port: 0}
                clock: {idleAfter: 1ms}
                """.formatted(cluster.bootstrapServers(), cluster.registryUrl(), state));
    }

    /** The processor before the outage, when it has taken in a cart. No time passes there but that of the events. */
    ProcessorProcess runBefore() throws Exception {
        ProcessorProcess process = start("clock.idleAfter=1h");
        send(List.of(added(CONTROL, stoppedAtMs - 5 * MINUTE_MS)));
        try (JournalTail journal = new JournalTail(cluster)) {
            awaitJournaled(process, journal, 1);
            awaitProcessed(journal);
        }
        return process;
    }

    /** What happened during the outage. */
    void trade() throws Exception {
        List<Sent> records = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            long addedAtMs = stoppedAtMs + i * BETWEEN_ADDS_MS;
            records.add(added("buyer-" + i, addedAtMs));
            records.add(bought("buyer-" + i, addedAtMs + (5 + i * 37L % 45) * MINUTE_MS));
        }
        for (int i = 0; i < LATE_BUYERS; i++) {
            long addedAtMs = stoppedAtMs + i * BETWEEN_ADDS_MS;
            records.add(added("late-" + i, addedAtMs));
            records.add(bought("late-" + i, addedAtMs + CART_DELAY_MS + (3 + i % 45) * MINUTE_MS));
        }
        for (int i = 0; i < LEFT_ALONE; i++) {
            records.add(added("left-" + i, stoppedAtMs + i * BETWEEN_ADDS_MS * BUYERS / LEFT_ALONE));
        }
        for (int i = 0; i < CROWD; i++) {
            records.add(updated("crowd-" + i, stoppedAtMs + i * BETWEEN_UPDATES_MS));
        }
        records.sort(Comparator.comparingLong(Sent::atMs));
        send(records);
    }

    /** The processor after the outage; does not wait. */
    ProcessorProcess runAfter() throws IOException {
        return start();
    }

    /** Lets it read a part of the backlog and kills it before it has read all. */
    void killInTheMiddle(ProcessorProcess process) throws Exception {
        try (JournalTail journal = new JournalTail(cluster)) {
            int before = journaled(journal);
            awaitJournaled(process, journal, before + events() / 5);
            process.kill();
            assertThat(journaled(journal)).isLessThan(events());
        }
    }

    void deleteState() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            files.sorted(Comparator.reverseOrder()).forEach(ShopWithAnOutage::delete);
        }
    }

    /** Waits until the clock has passed every deadline and what follows from it is published. */
    void awaitCaughtUp(ProcessorProcess process) throws Exception {
        try (JournalTail journal = new JournalTail(cluster)) {
            awaitJournaled(process, journal, events());
            long lastDeadlineMs = stoppedAtMs + BUYERS * BETWEEN_ADDS_MS + CART_DELAY_MS;
            await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> {
                process.assertRunning();
                return journal.poll().hasHeard(sources(), lastDeadlineMs);
            });
            awaitProcessed(journal);
        }
        await().atMost(PATIENCE).until(() -> alerts.facts().size() >= 1 + LEFT_ALONE + 2 * LATE_BUYERS);
    }

    /**
     * Over the whole topics: the carts left alone are to be acted on, each once, and nothing else, now and a little later; the
     * facts tell of the late buyers too, each once, and how it ended.
     */
    void assertAlertsAreForCartsLeftAlone() {
        List<String> leftAlone = Stream.concat(Stream.of(CONTROL), named("left-", LEFT_ALONE))
                .map(customer -> "c:" + customer + " ABANDONED 1")
                .toList();
        Stream<String> lateBuyers = named("late-", LATE_BUYERS)
                .flatMap(customer -> Stream.of("c:" + customer + " ABANDONED 1", "c:" + customer + " RECOVERED 2"));
        List<String> facts = Stream.concat(leftAlone.stream(), lateBuyers).toList();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(inShort(alerts.actions())).containsExactlyInAnyOrderElementsOf(leftAlone);
            assertThat(inShort(alerts.facts())).containsExactlyInAnyOrderElementsOf(facts);
        });
        assertThat(cluster.read(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Override
    public void close() {
        processes.forEach(ProcessorProcess::close);
        cluster.close();
    }

    private static Stream<String> named(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i);
    }

    private static List<String> inShort(List<AbandonmentEvent> alerts) {
        return alerts.stream().map(ShopWithAnOutage::inShort).toList();
    }

    private static String inShort(AbandonmentEvent alert) {
        return alert.getProfile() + " " + alert.getState() + " " + alert.getRevision();
    }

    private ProcessorProcess start(String... settings) throws IOException {
        ProcessorProcess process = ProcessorProcess.start(config, log, settings);
        processes.add(process);
        return process;
    }

    private static int events() {
        return 1 + 2 * BUYERS + 2 * LATE_BUYERS + LEFT_ALONE + CROWD;
    }

    /** Events in the journal, when there is no more to be read of it. */
    private static int journaled(JournalTail journal) {
        int events = journal.events();
        int next = journal.poll().poll().events();
        while (next > events) {
            events = next;
            next = journal.poll().poll().events();
        }
        return events;
    }

    private static void awaitJournaled(ProcessorProcess process, JournalTail journal, int events) {
        await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> {
            process.assertRunning();
            return journal.poll().events() >= events;
        });
    }

    private void awaitProcessed(JournalTail journal) {
        Map<TopicPartition, Long> entries = journal.lastOffsets();
        entries.forEach((partition, offset) ->
                await().atMost(PATIENCE).until(() -> cluster.committedBy(APPLICATION, partition) > offset));
    }

    private static List<String> sources() {
        return Topics.INPUTS.stream()
                .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(partition -> topic + "-" + partition))
                .toList();
    }

    private Sent added(String customer, long atMs) {
        String device = "device-of-" + customer;
        ClickstreamEvent event = Reports.clickstream("added-" + customer, "product_added", atMs)
                .setAnonymousId(device)
                .setCustomerId(customer)
                .setLines(CART)
                .build();
        return new Sent(Topics.CLICKSTREAM, device, atMs, Bytes.wrap(inputs.encode(event)));
    }

    private Sent bought(String customer, long atMs) {
        CrmEvent event = Reports.crm("bought-" + customer, "order_placed", atMs)
                .setCustomerId(customer)
                .setOrderId("order-of-" + customer)
                .setLines(CART)
                .build();
        return new Sent(Topics.CRM, customer, atMs, Bytes.wrap(inputs.encode(event)));
    }

    private Sent updated(String customer, long atMs) {
        CrmEvent event = Reports.crm("updated-" + customer, "customer_updated", atMs)
                .setCustomerId(customer)
                .build();
        return new Sent(Topics.CRM, customer, atMs, Bytes.wrap(inputs.encode(event)));
    }

    private void send(List<Sent> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of("linger.ms", 0, "batch.size", 1_000))) {
            for (Sent record : records) {
                byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(new ProducerRecord<>(
                        record.topic(), null, record.atMs(), key, record.value().get()));
            }
            producer.flush();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
