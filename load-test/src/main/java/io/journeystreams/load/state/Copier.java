package io.journeystreams.load.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the state of the templates that of many customers: what the processor has written into the changelogs of profiles and deadlines is
 * written again for every copy, byte by byte, with other names. The processor must not run.
 */
final class Copier {

    /** A deadline's key is its time, and the profile's key. */
    private static final int TIME_BYTES = Long.BYTES;

    /** Copies are not written in the order of their numbers, which is that of their keys: that would fill the stores with too little work. */
    private static final long STRIDE = 15_485_863;

    private final String bootstrapServers;
    private final int templates;
    private final Map<String, Integer> deviceOf = new HashMap<>();
    private final Map<Integer, List<Entry>> entries = new HashMap<>();

    Copier(String bootstrapServers, int templates) {
        this.bootstrapServers = bootstrapServers;
        this.templates = templates;
        for (int number = 0; number < templates; number++) {
            int device = Shop.deviceOf(number);
            Names.profileKeys(device).forEach(key -> deviceOf.put(key, device));
        }
    }

    /**
     * @param customers in all, templates included
     * @throws IllegalStateException if the broker does not take the copies
     */
    Seeded copy(String application, int customers) {
        Changelog profiles = Changelog.read(bootstrapServers, application + "-profiles-changelog");
        Changelog deadlines = Changelog.read(bootstrapServers, application + "-deadlines-changelog");
        int ofTemplates = take(profiles, 0);
        int deadlinesOfTemplates = take(deadlines, TIME_BYTES);
        write(customers);
        long copies = customers / templates - 1L;
        long bytes = profiles.last().stream()
                .mapToLong(record -> record.value().length)
                .sum();
        return new Seeded(
                profiles.last().size() + copies * ofTemplates,
                profiles.records() + copies * ofTemplates,
                deadlines.last().size() + copies * deadlinesOfTemplates,
                bytes / profiles.last().size());
    }

    /** @return how many entries are those of templates */
    private int take(Changelog changelog, int profileAt) {
        int taken = 0;
        for (var record : changelog.last()) {
            Integer device = deviceOf.get(Entry.profileIn(record.key(), profileAt));
            if (device != null) {
                entries.computeIfAbsent(device, unused -> new ArrayList<>()).add(Entry.of(record, profileAt, device));
                taken++;
            }
        }
        return taken;
    }

    private void write(int customers) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (long step = 0; step < customers; step++) {
                int customer = (int) (step * STRIDE % customers);
                if (customer >= templates) {
                    write(customer, producer, failure);
                }
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the broker does not take the copies", failure.get());
        }
    }

    private void write(
            int customer, KafkaProducer<byte[], byte[]> producer, AtomicReference<@Nullable Exception> failure) {
        List<byte[]> names = Names.of(Shop.deviceOf(customer));
        for (Entry entry : entries.getOrDefault(Shop.deviceOf(customer % templates), List.of())) {
            var unused = producer.send(entry.about(names), (at, e) -> failure.compareAndSet(null, e));
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
