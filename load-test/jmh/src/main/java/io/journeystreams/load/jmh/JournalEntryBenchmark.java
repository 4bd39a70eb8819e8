package io.journeystreams.load.jmh;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.JournalEntries;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.topology.Codecs;
import io.journeystreams.topology.RegistryCodecs;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The journal's entry of an event: to bytes, as intake writes it, and back, as the journey reads it. Its payload stays bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class JournalEntryBenchmark {

    private static final String TOPIC = "clickstream.events";

    private final LoopbackRegistry registry = new LoopbackRegistry();
    private final AvroSerializer<ClickstreamEvent> serializer =
            new AvroSerializer<>(ClickstreamEvent.class, registry.connection(), SchemaSource.REGISTER);
    private final Codecs codecs = RegistryCodecs.of(registry.connection(), SchemaSource.REGISTER);
    private final Situations<JournalEntry> entries = Situations.of(this::entryOf);
    private final Situations<byte[]> encoded =
            Situations.of(situation -> codecs.journalWriter().encode(entryOf(situation)));

    @TearDown
    public void closeRegistry() {
        registry.close();
    }

    @Benchmark
    public byte[] encode() {
        return codecs.journalWriter().encode(entries.next());
    }

    @Benchmark
    public Decoded<JournalEntry> decode() {
        return codecs.journalReader().decode(encoded.next());
    }

    private JournalEntry entryOf(Situation situation) {
        byte[] payload = Objects.requireNonNull(serializer.serialize(TOPIC, situation.event()));
        return JournalEntries.event(
                situation.accepted(),
                situation.nowMs(),
                situation.nowMs(),
                PayloadFormat.CLICKSTREAM_AVRO,
                payload,
                Optional.empty());
    }
}
