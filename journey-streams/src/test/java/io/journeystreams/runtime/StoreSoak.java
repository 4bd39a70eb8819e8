package io.journeystreams.runtime;

import io.journeystreams.topology.RecordLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * A process that writes to the stores of many partitions and scans them, and prints once a second how much memory it has.
 * Arguments: state directory, number of stores, seconds.
 */
final class StoreSoak {

    private static final int VALUE_BYTES = 1_000;
    private static final long KEYS = 10_000_000;
    private static final int SCANNED = 200;
    private static final int WRITES_BETWEEN_SCANS = 500;
    private static final Path MEMORY = Path.of("/proc/self/status");

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<KeyValueStore<Bytes, byte[]>> stores;

    private StoreSoak(Path directory, int stores) {
        Properties config = new Properties();
        config.putAll(StreamsSettings.of("soak", "127.0.0.1:1", directory).streamsConfig(RecordLimits.defaults()));
        this.stores = IntStream.range(0, stores)
                .mapToObj(partition -> open(config, directory, partition))
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        StoreSoak soak = new StoreSoak(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        soak.run(Integer.parseInt(arguments[2]));
    }

    private void run(int seconds) throws IOException {
        long startedNs = System.nanoTime();
        for (int second = 1; second <= seconds; second++) {
            while (System.nanoTime() - startedNs < TimeUnit.SECONDS.toNanos(second)) {
                writeAndScan();
            }
            System.out.println(residentKilobytes());
        }
        stores.forEach(KeyValueStore::close);
    }

    private void writeAndScan() {
        KeyValueStore<Bytes, byte[]> store = stores.get(random.nextInt(stores.size()));
        for (int i = 0; i < WRITES_BETWEEN_SCANS; i++) {
            byte[] value = new byte[VALUE_BYTES];
            random.nextBytes(value);
            store.put(key(random.nextLong(KEYS)), value);
        }
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(key(random.nextLong(KEYS)), key(KEYS))) {
            for (int i = 0; i < SCANNED && entries.hasNext(); i++) {
                entries.next();
            }
        }
    }

    private static Bytes key(long number) {
        return Bytes.wrap(new byte[] {
            (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number,
        });
    }

    private static KeyValueStore<Bytes, byte[]> open(Properties config, Path directory, int partition) {
        MockProcessorContext<byte[], byte[]> context =
                new MockProcessorContext<>(config, new TaskId(0, partition), directory.toFile());
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("store-" + partition), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    private static long residentKilobytes() throws IOException {
        String resident = Files.readAllLines(MEMORY).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(resident.replaceAll("\\D", ""));
    }
}
