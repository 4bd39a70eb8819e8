package io.journeystreams.load.jmh;

import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.RecordLimits;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CompactableRocksDbStore;

/** A store of the deadline index outside a topology, with the processor's settings of RocksDB, and without changelog. */
final class DeadlineStore implements AutoCloseable {

    private static final String NAME = "deadlines";

    private final Path directory;
    private final KeyValueStore<Bytes, byte[]> store;

    private DeadlineStore(KeyValueBytesStoreSupplier supplier) {
        directory = temporaryDirectory();
        store = Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        MockProcessorContext<Object, Object> context =
                new MockProcessorContext<>(settings(directory), new TaskId(0, 0), directory.toFile());
        store.init(context.getStateStoreContext(), store);
    }

    static DeadlineStore inMemory() {
        return new DeadlineStore(Stores.inMemoryKeyValueStore(NAME));
    }

    static DeadlineStore inRocksDb() {
        return new DeadlineStore(CompactableRocksDbStore.supplier(NAME));
    }

    KeyValueStore<Bytes, byte[]> store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    private static Properties settings(Path directory) {
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of("jmh", "nowhere:1", directory).streamsConfig(RecordLimits.defaults()));
        return settings;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("journey-jmh");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }
}
