package io.journeystreams.faults;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.intake.Reports;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.rig.ProcessorProcess;
import io.journeystreams.topology.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A shop with one partition of everything and as many visitors as are wanted, each with a device of their own. */
final class CrowdedShop implements AutoCloseable {

    private static final List<Line> CART = List.of(Reports.line("A", 1, "10.00", "EUR"));

    final Cluster cluster;
    final Path log;
    private final Path config;
    private final Path state;
    private final InputEncoder inputs;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<ProcessorProcess> processes = new ArrayList<>();

    private CrowdedShop(Path directory, Cluster cluster) {
        this.cluster = cluster;
        this.log = directory.resolve("out");
        this.config = directory.resolve("journey.yaml");
        this.state = directory.resolve("state");
        this.inputs = new InputEncoder(cluster.registry());
        this.producer = cluster.producer(Map.of("linger.ms", 20, "batch.size", 200_000));
    }

    static CrowdedShop open(String name) throws IOException {
        Path directory = Path.of("target", name, UUID.randomUUID().toString()).toAbsolutePath();
        CrowdedShop shop = new CrowdedShop(directory, Cluster.start(directory.resolve("broker")));
        shop.cluster.createTopics(1);
        Files.writeString(
                shop.config, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1, instanceId: one}
                http: {port: 0}
                clock: {grace: 1s, idleAfter: 1s}
                """.formatted(shop.cluster.bootstrapServers(), shop.cluster.registryUrl(), shop.state));
        return shop;
    }

    ProcessorProcess start(String... settings) throws IOException {
        ProcessorProcess process = ProcessorProcess.start(config, log, settings);
        processes.add(process);
        return process;
    }

    /** The same shop run by another version. */
    ProcessorProcess startVersion(String classpath, String... settings) throws IOException {
        ProcessorProcess process = ProcessorProcess.start(classpath, config, log, settings);
        processes.add(process);
        return process;
    }

    /** One visitor puts something into the cart. */
    void fillCart(String device, long atMs) {
        send(
                device,
                Reports.clickstream("added-" + device, "product_added", atMs)
                        .setAnonymousId(device)
                        .setLines(CART)
                        .build());
    }

    void buy(String device, long atMs) {
        send(
                device,
                Reports.clickstream("bought-" + device, "order_placed", atMs)
                        .setAnonymousId(device)
                        .setOrderId("order-" + device)
                        .setLines(CART)
                        .build());
    }

    void view(String device, long atMs) {
        send(
                device,
                Reports.clickstream("viewed-" + device, "page_viewed", atMs)
                        .setAnonymousId(device)
                        .build());
    }

    private void send(String device, ClickstreamEvent event) {
        var unused = producer.send(new ProducerRecord<>(
                Topics.CLICKSTREAM,
                null,
                event.getOccurredAt().toEpochMilli(),
                device.getBytes(StandardCharsets.UTF_8),
                inputs.encode(event)));
    }

    void flush() {
        producer.flush();
    }

    void deleteState() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            files.sorted(Comparator.reverseOrder()).forEach(CrowdedShop::delete);
        }
    }

    @Override
    public void close() {
        processes.forEach(ProcessorProcess::close);
        producer.close();
        cluster.close();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
