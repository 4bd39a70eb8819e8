package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.state.BeforeCommit;
import io.journeystreams.state.HeapBudget;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Profiles that are stored with the commit, and profiles that are stored with each event, come to the same: whenever commits come, however
 * short the heap is, and wherever between two commits a task fails (fault R7).
 */
@Timeout(120)
class WriteBehindTest {

    private static final long NO_HEAP = 0;
    private static final long HEAP_OF_A_FEW_PROFILES = 100_000;
    private static final long HEAP_ENOUGH = 100_000_000;
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsPublishedAndStoredIsTheSame(long seed) {
        List<TestRecord<byte[], byte[]>> journal = journalOf(new ShoppingDay(seed));

        Life atOnce = new Life(journal, NO_HEAP, new Random(seed));
        atOnce.live();
        assertThat(atOnce.published).hasSizeGreaterThan(100);

        for (long heapBytes : List.of(HEAP_OF_A_FEW_PROFILES, HEAP_ENOUGH)) {
            Life later = new Life(journal, heapBytes, new Random(seed));
            later.live();

            assertThat(later.published).as("heap %s", heapBytes).isEqualTo(atOnce.published);
            assertThat(later.stored).as("heap %s", heapBytes).isEqualTo(atOnce.stored);
            assertThat(later.puts).as("heap %s", heapBytes).isLessThan(atOnce.puts);
        }
    }

    private static List<TestRecord<byte[], byte[]>> journalOf(ShoppingDay day) {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            run.play(day.sent());
            run.waitUntil(BEGINNING + Duration.ofHours(40).toMillis());
            return run.journalRecords();
        }
    }

    /** A journal partition that is read with commits and failures in between; what a failure undoes is read again. */
    private static final class Life {

        private static final int EVENTS_BETWEEN_COMMITS = 15;
        private static final int EVENTS_BETWEEN_FAILURES = 60;

        private final List<TestRecord<byte[], byte[]>> journal;
        private final HeapBudget heap;
        private final Random random;
        private final List<String> published = new ArrayList<>();
        private Map<String, Map<String, String>> stored = Map.of();
        private int puts;
        private int committed;

        Life(List<TestRecord<byte[], byte[]>> journal, long heapBytes, Random random) {
            this.journal = journal;
            this.heap = new HeapBudget(heapBytes);
            this.random = random;
        }

        void live() {
            while (committed < journal.size()) {
                readUntilFailure();
            }
        }

        private void readUntilFailure() {
            MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
            context.setCurrentSystemTimeMs(BEGINNING + Duration.ofHours(41).toMillis());
            context.setRecordMetadata(Topics.JOURNAL, 0, 0);
            List<KeyValueStore<Bytes, byte[]>> stores =
                    StoreNames.ALL.stream().map(this::restored).toList();
            stores.forEach(store -> context.addStateStore(counted(store)));
            BeforeCommit commit = BeforeCommit.builder(StoreNames.BEFORE_COMMIT).build();
            context.addStateStore(commit);
            JourneyTask task = JourneyTask.start(context, settings());

            int read = committed;
            while (read < journal.size() && random.nextInt(EVENTS_BETWEEN_FAILURES) > 0) {
                TestRecord<byte[], byte[]> entry = journal.get(read++);
                task.process(new Record<>(entry.key(), entry.value(), entry.timestamp()));
                if (read == journal.size() || random.nextInt(EVENTS_BETWEEN_COMMITS) == 0) {
                    commit.flushCache();
                    stored = stores.stream().collect(Collectors.toMap(KeyValueStore::name, Life::contents));
                    context.forwarded()
                            .forEach(forward -> published.add(forward.childName() + " "
                                    + text(forward.record().key()) + " "
                                    + text(forward.record().value())));
                    context.resetForwards();
                    committed = read;
                }
            }
            task.close();
        }

        private JourneySettings settings() {
            return new JourneySettings(
                    EnginePolicy.defaults(),
                    TopologyRun.SOURCES,
                    AvroCodecs.all(),
                    ReadProgress.ALWAYS_FULLY_READ,
                    new Recorded(),
                    Sweeps.UNHURRIED,
                    RecordLimits.defaults(),
                    heap);
        }

        private KeyValueStore<Bytes, byte[]> restored(String name) {
            KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
            stored.getOrDefault(name, Map.of())
                    .forEach((key, value) -> store.put(Bytes.wrap(HEX.parseHex(key)), HEX.parseHex(value)));
            return store;
        }

        private StateStore counted(KeyValueStore<Bytes, byte[]> store) {
            return (StateStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {KeyValueStore.class}, (proxy, method, arguments) -> {
                        boolean isOfProfile = store.name().equals(StoreNames.PROFILES);
                        puts += isOfProfile && method.getName().equals("put") ? 1 : 0;
                        return method.invoke(store, arguments);
                    });
        }

        private static Map<String, String> contents(KeyValueStore<Bytes, byte[]> store) {
            Map<String, String> contents = new TreeMap<>();
            try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
                while (all.hasNext()) {
                    KeyValue<Bytes, byte[]> entry = all.next();
                    contents.put(text(entry.key.get()), text(entry.value));
                }
            }
            return contents;
        }

        private static String text(byte[] bytes) {
            return bytes == null ? "none" : HEX.formatHex(bytes);
        }
    }
}
