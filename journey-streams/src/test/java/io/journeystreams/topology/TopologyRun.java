package io.journeystreams.topology;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.intake.InputSources;
import io.journeystreams.intake.ReadProgress;
import io.journeystreams.state.HeapBudget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology in the test driver: one partition of everything, and time that stands still until it is told to go on. */
final class TopologyRun implements AutoCloseable {

    private static final Path STATE = Path.of("target", "test-driver").toAbsolutePath();
    static final InputSources SOURCES = new InputSources(Map.of(Topics.CLICKSTREAM, 1, Topics.CRM, 1));

    final Recorded meters = new Recorded();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> clickstream;
    private final TestInputTopic<byte[], byte[]> crm;
    private final TestOutputTopic<byte[], byte[]> journal;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<byte[], byte[]> abandonment;
    private long nowMs;

    TopologyRun(long beginningMs, SweepBudget budget) {
        this(beginningMs, budget, AvroCodecs.all());
    }

    private TopologyRun(long beginningMs, SweepBudget budget, Codecs codecs) {
        this(beginningMs, budget, codecs, RecordLimits.defaults());
    }

    private TopologyRun(long beginningMs, SweepBudget budget, Codecs codecs, RecordLimits limits) {
        this(beginningMs, budget, codecs, limits, ReadProgress.ALWAYS_FULLY_READ);
    }

    private TopologyRun(
            long beginningMs, SweepBudget budget, Codecs codecs, RecordLimits limits, ReadProgress progress) {
        JourneySettings settings = new JourneySettings(
                EnginePolicy.defaults(), SOURCES, codecs, progress, meters, budget, limits, HeapBudget.usual());
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, STATE.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        this.nowMs = beginningMs;
        this.driver =
                new TopologyTestDriver(JourneyTopology.build(settings), config, Instant.ofEpochMilli(beginningMs));
        this.clickstream = input(Topics.CLICKSTREAM);
        this.crm = input(Topics.CRM);
        this.journal = output(Topics.JOURNAL);
        this.deadLetters = output(Topics.DEAD_LETTERS);
        this.abandonment = output(Topics.ABANDONMENT);
    }

    static TopologyRun at(long beginningMs) {
        return new TopologyRun(beginningMs, Sweeps.UNHURRIED);
    }

    static TopologyRun at(long beginningMs, ReadProgress progress) {
        return new TopologyRun(beginningMs, Sweeps.UNHURRIED, AvroCodecs.all(), RecordLimits.defaults(), progress);
    }

    static TopologyRun at(long beginningMs, RecordLimits limits) {
        return new TopologyRun(beginningMs, Sweeps.UNHURRIED, AvroCodecs.all(), limits);
    }

    static TopologyRun at(long beginningMs, Codecs codecs) {
        return new TopologyRun(beginningMs, Sweeps.UNHURRIED, codecs);
    }

    void clickstream(String key, SpecificRecord event) {
        clickstream(key.getBytes(StandardCharsets.UTF_8), AvroCodecs.encode(event));
    }

    /** Ingested now. */
    void clickstream(byte @Nullable [] key, byte @Nullable [] value) {
        clickstream(key, value, nowMs);
    }

    void clickstream(byte @Nullable [] key, byte @Nullable [] value, long timestampMs) {
        clickstream(key, value, new RecordHeaders(), timestampMs);
    }

    /** Ingested now. */
    void clickstream(String key, SpecificRecord event, Headers headers) {
        clickstream(key.getBytes(StandardCharsets.UTF_8), AvroCodecs.encode(event), headers, nowMs);
    }

    private void clickstream(byte @Nullable [] key, byte @Nullable [] value, Headers headers, long timestampMs) {
        clickstream.pipeInput(new TestRecord<>(key, value, headers, timestampMs));
    }

    void crm(String key, SpecificRecord event) {
        crm(key, event, new RecordHeaders());
    }

    void crm(String key, SpecificRecord event, Headers headers) {
        crm.pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), AvroCodecs.encode(event), headers, nowMs));
    }

    void crm(byte[] key, byte[] value) {
        crm.pipeInput(new TestRecord<>(key, value, new RecordHeaders(), nowMs));
    }

    /** Straight into the journal. */
    void journal(byte[] key, byte @Nullable [] value) {
        input(Topics.JOURNAL).pipeInput(new TestRecord<>(key, value, new RecordHeaders(), nowMs));
    }

    /** Takes in each record when it arrives; time may go back as the host's clock may. */
    void play(List<ShoppingDay.Sent> sent) {
        sent.forEach(record -> {
            waitUntil(record.arrivedMs());
            pipe(record);
        });
    }

    /** Takes in everything now. */
    void replay(List<ShoppingDay.Sent> sent) {
        sent.forEach(this::pipe);
    }

    private void pipe(ShoppingDay.Sent record) {
        TestInputTopic<byte[], byte[]> topic = record.topic().equals(Topics.CRM) ? crm : clickstream;
        topic.pipeInput(new TestRecord<>(
                record.ownKey().getBytes(StandardCharsets.UTF_8),
                AvroCodecs.encode(record.event()),
                new RecordHeaders(),
                record.arrivedMs()));
    }

    void waitUntil(long timeMs) {
        waitFor(Duration.ofMillis(timeMs - nowMs));
    }

    void waitFor(Duration time) {
        nowMs += time.toMillis();
        driver.advanceWallClockTime(time);
    }

    List<TestRecord<byte[], byte[]>> journalRecords() {
        return journal.readRecordsToList();
    }

    List<JournaledEvent> journaledEvents() {
        return journalRecords().stream()
                .map(record ->
                        AvroCodecs.decode(JournalEntry.class, record.value()).getBody())
                .filter(JournaledEvent.class::isInstance)
                .map(JournaledEvent.class::cast)
                .toList();
    }

    List<Watermark> watermarks() {
        return journalRecords().stream()
                .map(record ->
                        AvroCodecs.decode(JournalEntry.class, record.value()).getBody())
                .filter(Watermark.class::isInstance)
                .map(Watermark.class::cast)
                .toList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    List<AbandonmentEvent> alerts() {
        return abandonment.readValuesToList().stream()
                .map(value -> AvroCodecs.decode(AbandonmentEvent.class, value))
                .toList();
    }

    List<TestRecord<byte[], byte[]>> records(String outputTopic) {
        return output(outputTopic).readRecordsToList();
    }

    List<SessionEvent> sessions() {
        return output(Topics.SESSIONS).readValuesToList().stream()
                .map(value -> AvroCodecs.decode(SessionEvent.class, value))
                .toList();
    }

    int entriesOf(String store) {
        int entries = 0;
        try (KeyValueIterator<Bytes, byte[]> all =
                driver.<Bytes, byte[]>getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                entries++;
            }
        }
        return entries;
    }

    @Override
    public void close() {
        driver.close();
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
