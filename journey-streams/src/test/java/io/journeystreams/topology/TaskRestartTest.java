package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentReason;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.state.BeforeCommit;
import io.journeystreams.state.HeapBudget;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A journey task ends in the middle of an avalanche of deadlines, and another one goes on from its stores (rule T5, fault R1). */
@Timeout(60)
class TaskRestartTest {

    private static final Duration UNTIL_CARTS_ARE_DUE = Duration.ofMinutes(73);
    private static final SweepBudget ONE_AT_A_TIME = new SweepBudget(Duration.ofSeconds(10), 1, Duration.ofMillis(100));

    private final List<KeyValueStore<Bytes, byte[]>> stores =
            StoreNames.ALL.stream().map(TaskRestartTest::store).toList();
    private final BeforeCommit commits =
            BeforeCommit.builder(StoreNames.BEFORE_COMMIT).build();
    private MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private TaskProcessor task = start();

    @Test
    void nobodyIsRemindedOfWhatWasBoughtBetweenTheEndOfOneTaskAndTheBeginningOfTheNext() {
        List<TestRecord<byte[], byte[]>> journal = journalOfTwoCartsThatAreBoughtLate();
        int read = readUntilOneIsReminded(journal);
        String reminded = alerts().get(0).getProfile();

        commits.flushCache();
        task = start();
        letPunctuationsRun();
        assertThat(alerts()).isEmpty();

        journal.subList(read, journal.size()).forEach(this::read);
        letPunctuationsRun();
        letPunctuationsRun();

        assertThat(alerts())
                .filteredOn(alert -> !alert.getProfile().equals(reminded))
                .extracting(AbandonmentEvent::getState, AbandonmentEvent::getActionable, AbandonmentEvent::getReason)
                .containsExactly(
                        tuple(AbandonmentState.ABANDONED, false, AbandonmentReason.ALREADY_RESOLVED),
                        tuple(AbandonmentState.RECOVERED, false, AbandonmentReason.NONE));
    }

    /** Two customers whose carts are due at once buy after the deadline. */
    private static List<TestRecord<byte[], byte[]>> journalOfTwoCartsThatAreBoughtLate() {
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            leaveCart(run, "d1", "7");
            leaveCart(run, "d2", "8");
            run.waitFor(UNTIL_CARTS_ARE_DUE);
            buy(run, "7");
            buy(run, "8");
            run.waitFor(Duration.ofMinutes(10));
            return run.journalRecords();
        }
    }

    private int readUntilOneIsReminded(List<TestRecord<byte[], byte[]>> journal) {
        int read = 0;
        while (alerts().isEmpty()) {
            read(journal.get(read));
            read++;
        }
        assertThat(alerts()).extracting(AbandonmentEvent::getActionable).containsExactly(true);
        return read;
    }

    private static void leaveCart(TopologyRun run, String device, String customer) {
        run.clickstream(
                device,
                clickstream("e" + customer, "product_added", BEGINNING)
                        .setAnonymousId(device)
                        .setCustomerId(customer)
                        .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                        .build());
    }

    private static void buy(TopologyRun run, String customer) {
        run.crm(
                customer,
                crm("o" + customer, "order_placed", minutes(70))
                        .setCustomerId(customer)
                        .setOrderId("o" + customer)
                        .setLines(List.of(line("p1", 1, "12.50", "EUR")))
                        .build());
    }

    private TaskProcessor start() {
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(minutes(90));
        context.setRecordMetadata(Topics.JOURNAL, 0, 0);
        stores.forEach(store -> store.init(context.getStateStoreContext(), store));
        commits.init(context.getStateStoreContext(), commits);
        TaskProcessor processor = new TaskProcessor(started -> JourneyTask.start(
                started,
                new JourneySettings(
                        EnginePolicy.defaults(),
                        TopologyRun.SOURCES,
                        AvroCodecs.all(),
                        ReadProgress.ALWAYS_FULLY_READ,
                        new Recorded(),
                        ONE_AT_A_TIME,
                        RecordLimits.defaults(),
                        HeapBudget.usual())));
        processor.init(context);
        return processor;
    }

    private void read(TestRecord<byte[], byte[]> entry) {
        task.process(new Record<>(entry.key(), entry.value(), entry.timestamp(), entry.headers()));
    }

    private void letPunctuationsRun() {
        context.scheduledPunctuators()
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(context.currentSystemTimeMs()));
    }

    private List<AbandonmentEvent> alerts() {
        return context.forwarded(Nodes.ABANDONMENT).stream()
                .map(forward -> AvroCodecs.decode(
                        AbandonmentEvent.class, forward.record().value()))
                .toList();
    }

    private static KeyValueStore<Bytes, byte[]> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
    }
}
