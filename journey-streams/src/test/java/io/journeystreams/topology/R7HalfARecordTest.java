package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.state.BeforeCommit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fault R7: a store or a sink throws in the middle of a record. What had been done of it until then is rolled back with the
 * transaction, and that only happens if the task fails: nothing may catch it and go on.
 */
@Timeout(60)
class R7HalfARecordTest {

    private static final Set<String> STEPS = Set.of("get", "put", "delete", "range", "forward");

    private int stepsLeft;

    @Test
    void whicheverStepThrowsTheTaskFails() {
        List<TestRecord<byte[], byte[]>> journal = journal();
        int steps = stepsOf(journal);
        assertThat(steps).isGreaterThan(50);

        for (int step = 0; step < steps; step++) {
            stepsLeft = step;
            assertThat(catchThrowable(() -> readAll(journal)))
                    .as("step %s", step)
                    .isInstanceOf(Fault.class);
        }
    }

    private int stepsOf(List<TestRecord<byte[], byte[]>> journal) {
        stepsLeft = Integer.MAX_VALUE;
        readAll(journal);
        return Integer.MAX_VALUE - stepsLeft;
    }

    private void readAll(List<TestRecord<byte[], byte[]>> journal) {
        FailingContext<byte[], byte[]> context = new FailingContext<>();
        context.setCurrentSystemTimeMs(BEGINNING + Duration.ofHours(25).toMillis());
        context.setRecordMetadata(Topics.JOURNAL, 0, 0);
        StoreNames.ALL.stream().map(this::failingStore).forEach(store -> context.addStateStore(store));
        BeforeCommit commit = BeforeCommit.builder(StoreNames.BEFORE_COMMIT).build();
        context.addStateStore(commit);
        JourneyTask task = JourneyTask.start(
                context,
                JourneySettings.of(
                                EnginePolicy.defaults(),
                                TopologyRun.SOURCES,
                                AvroCodecs.all(),
                                ReadProgress.ALWAYS_FULLY_READ,
                                new Recorded())
                        .withSweep(Sweeps.UNHURRIED));
        for (TestRecord<byte[], byte[]> entry : journal) {
            task.process(new Record<>(entry.key(), entry.value(), entry.timestamp()));
            commit.flushCache();
        }
    }

    /** Three visitors of a day, and the clock after it. */
    private static List<TestRecord<byte[], byte[]>> journal() {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            run.play(new ShoppingDay(3)
                    .sent().stream()
                            .filter(sent -> sent.ownKey().matches(".*-[1-3]"))
                            .toList());
            run.waitUntil(BEGINNING + Duration.ofHours(24).toMillis());
            return run.journalRecords();
        }
    }

    private void step() {
        if (stepsLeft-- == 0) {
            throw new Fault();
        }
    }

    private StateStore failingStore(String name) {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        return (StateStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KeyValueStore.class}, (proxy, method, arguments) -> {
                    if (STEPS.contains(method.getName())) {
                        step();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final class FailingContext<K, V> extends MockProcessorContext<K, V> {

        @Override
        public <A extends K, B extends V> void forward(Record<A, B> record, String childName) {
            step();
            super.forward(record, childName);
        }
    }
}
