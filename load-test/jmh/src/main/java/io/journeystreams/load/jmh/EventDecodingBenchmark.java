package io.journeystreams.load.jmh;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.registry.AvroPayloadDecoder;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.CompiledReader;
import io.journeystreams.registry.Decoded;
import io.journeystreams.registry.TrustedAvro;
import io.journeystreams.registry.WriterSchemas;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;
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

/** An event of the shop from bytes: as intake does it, by the reader in it alone, and by Avro's own reader. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class EventDecodingBenchmark {

    /** Confluent's wire format: a zero and the schema's id. */
    private static final int HEADER_BYTES = 5;

    private static final String TOPIC = "clickstream.events";
    private static final Schema SCHEMA = ClickstreamEvent.getClassSchema();
    private static final SpecificData MODEL = TrustedAvro.modelOf(ClickstreamEvent.class);

    private final LoopbackRegistry registry = new LoopbackRegistry();
    private final AvroSerializer<ClickstreamEvent> serializer =
            new AvroSerializer<>(ClickstreamEvent.class, registry.connection(), SchemaSource.REGISTER);
    private final AvroPayloadDecoder<ClickstreamEvent> decoder =
            new AvroPayloadDecoder<>(ClickstreamEvent.class, new WriterSchemas(registry.connection()));
    private final DatumReader<ClickstreamEvent> compiled = new CompiledReader<>(SCHEMA, MODEL);
    private final DatumReader<ClickstreamEvent> avro = new SpecificDatumReader<>(SCHEMA, SCHEMA, MODEL);
    private final Situations<byte[]> payloads = Situations.of(situation -> payloadOf(situation.event()));
    private @Nullable BinaryDecoder reused;

    @TearDown
    public void closeRegistry() {
        registry.close();
    }

    @Benchmark
    public Decoded<ClickstreamEvent> payloadDecoder() {
        return decoder.decode(payloads.next());
    }

    @Benchmark
    public ClickstreamEvent compiledReader() throws IOException {
        return compiled.read(null, bodyOf(payloads.next()));
    }

    @Benchmark
    public ClickstreamEvent specificDatumReader() throws IOException {
        return avro.read(null, bodyOf(payloads.next()));
    }

    private byte[] payloadOf(ClickstreamEvent event) {
        return Objects.requireNonNull(serializer.serialize(TOPIC, event));
    }

    private BinaryDecoder bodyOf(byte[] payload) {
        BinaryDecoder body =
                DecoderFactory.get().binaryDecoder(payload, HEADER_BYTES, payload.length - HEADER_BYTES, reused);
        reused = body;
        return body;
    }
}
