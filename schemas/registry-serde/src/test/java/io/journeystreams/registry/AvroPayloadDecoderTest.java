package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.Decoded.Undecodable;
import io.journeystreams.registry.Decoded.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AvroPayloadDecoderTest {

    private static final int MUTATIONS = 100_000;

    private EmbeddedRegistry server;
    private RegistryConnection registry;
    private AvroPayloadDecoder<ClickstreamEvent> decoder;
    private byte[] mug;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedRegistry.start(0);
        registry = RegistryConnection.open(Map.of(RegistryConnection.URL, server.url()));
        decoder = new AvroPayloadDecoder<>(ClickstreamEvent.class, new WriterSchemas(registry));
        mug = Objects.requireNonNull(new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.REGISTER)
                .serialize("t", Samples.mugAdded()));
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void bytesWithoutTheFrameAreBadDataAndTheRegistryIsNotAsked() {
        // given
        long before = server.requestsServed();

        // then
        assertReason(new byte[0], UndecodableReason.NO_WIRE_FORMAT);
        assertReason(new byte[] {0, 0, 0, 0}, UndecodableReason.NO_WIRE_FORMAT);
        assertReason("{\"eventId\":\"e1\"}".getBytes(StandardCharsets.UTF_8), UndecodableReason.NO_WIRE_FORMAT);
        assertThat(server.requestsServed()).isEqualTo(before);
    }

    @Test
    void aRecordCutOffAnywhereIsBadData() {
        for (int length = WireFormat.HEADER_BYTES; length < mug.length; length++) {
            assertReason(Arrays.copyOf(mug, length), UndecodableReason.MALFORMED_AVRO);
        }
    }

    @Test
    void bytesLeftOverAreBadData() {
        assertReason(Arrays.copyOf(mug, mug.length + 1), UndecodableReason.MALFORMED_AVRO);
    }

    @Test
    void aPayloadOfTheLargestSizeIsReadAndOneByteMoreIsNot() {
        // given
        WriterSchemas schemas = new WriterSchemas(registry);

        // when
        Decoded<ClickstreamEvent> fits =
                new AvroPayloadDecoder<>(ClickstreamEvent.class, schemas, mug.length).decode(mug);
        Decoded<ClickstreamEvent> tooLarge =
                new AvroPayloadDecoder<>(ClickstreamEvent.class, schemas, mug.length - 1).decode(mug);

        // then
        assertThat(fits).isInstanceOf(Value.class);
        assertThat(tooLarge)
                .isEqualTo(new Undecodable<>(
                        UndecodableReason.TOO_LARGE,
                        mug.length + " bytes, at most " + (mug.length - 1) + " are accepted"));
    }

    @Test
    void lengthsThatLieAboutTheBytesAreBadDataAndAllocateNothing() throws IOException {
        assertReason(
                eventWithHostileList(Samples.olderWithLines(), Integer.MAX_VALUE - 8L),
                UndecodableReason.MALFORMED_AVRO);
        assertReason(eventWithHostileList(Samples.olderWithLines(), Long.MAX_VALUE), UndecodableReason.MALFORMED_AVRO);
        assertReason(eventWithHostileString(), UndecodableReason.MALFORMED_AVRO);
        assertReason(eventWithHostileList(Samples.linesOfNothing(), 2_000_000_000L), UndecodableReason.WRONG_SCHEMA);
    }

    /** Any bytes give a value or bad data; nothing is thrown. */
    @Test
    void mutatedPayloadsNeverBreakTheDecoder() {
        // given
        long seed = Long.getLong("seed", 20_260_301L);
        Random random = new Random(seed);
        int undecodable = 0;

        // when
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] mutated = mug.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                int at = WireFormat.HEADER_BYTES + random.nextInt(mutated.length - WireFormat.HEADER_BYTES);
                mutated[at] = (byte) random.nextInt(256);
            }
            if (decodes(mutated, seed) instanceof Undecodable) {
                undecodable++;
            }
        }

        // then
        assertThat(undecodable).as("rerun with -Dseed=" + seed).isBetween(1, MUTATIONS - 1);
        assertThat(new Value<>(Samples.mugAdded())).isEqualTo(decoder.decode(mug));
    }

    @Test
    void theMessageOfBadDataHoldsNoValueOfTheRecord() {
        // when
        Undecodable<?> bad = (Undecodable<?>) decoder.decode(Arrays.copyOf(mug, mug.length - 3));

        // then
        assertThat(bad.message()).isEqualTo("EOFException, written with schema id 1");
    }

    @Test
    void aWritersSchemaIsAskedForOnce() {
        // given
        decoder.decode(mug);
        long before = server.requestsServed();

        // when
        for (int again = 0; again < 100; again++) {
            decoder.decode(mug);
        }

        // then
        assertThat(server.requestsServed()).isEqualTo(before);
    }

    @Test
    void anUnknownIdIsAskedForAgainAfterAMinuteAndNotBefore() {
        // given
        long[] nowNanos = {0};
        WriterSchemas schemas = new WriterSchemas(registry, () -> nowNanos[0]);
        AvroPayloadDecoder<ClickstreamEvent> patient = new AvroPayloadDecoder<>(ClickstreamEvent.class, schemas);
        byte[] early = mug.clone();
        early[4] = 2;

        // when
        Decoded<ClickstreamEvent> atFirst = patient.decode(early);
        registry.register("other-value", Samples.newer());
        nowNanos[0] = TimeUnit.MINUTES.toNanos(1) - 1;
        Decoded<ClickstreamEvent> tooSoon = patient.decode(early);
        nowNanos[0] = TimeUnit.MINUTES.toNanos(1);
        Decoded<ClickstreamEvent> later = patient.decode(early);

        // then
        assertThat(atFirst)
                .isEqualTo(new Undecodable<>(UndecodableReason.UNKNOWN_SCHEMA_ID, "schema id 2 is not registered"));
        assertThat(tooSoon).isEqualTo(atFirst);
        assertThat(((Undecodable<?>) later).reason()).isEqualTo(UndecodableReason.MALFORMED_AVRO);
    }

    @Test
    void oneDecoderServesManyThreads() throws Exception {
        // given
        ExecutorService threads = Executors.newFixedThreadPool(4);
        byte[] broken = Arrays.copyOf(mug, mug.length - 1);
        Callable<Long> task = () -> IntStream.range(0, 5_000)
                .filter(round -> decoder.decode(round % 2 == 0 ? mug : broken) instanceof Value<ClickstreamEvent> value
                        && Samples.mugAdded().equals(value.value()))
                .count();

        // when
        List<Long> correct = new ArrayList<>();
        try {
            for (Future<Long> result : threads.invokeAll(List.of(task, task, task, task))) {
                correct.add(result.get());
            }
        } finally {
            threads.shutdownNow();
        }

        // then
        assertThat(correct).containsExactly(2_500L, 2_500L, 2_500L, 2_500L);
    }

    @Test
    void theDeserializerThrowsBadDataAndPassesNull() {
        // given
        AvroDeserializer<ClickstreamEvent> deserializer = new AvroDeserializer<>(decoder);

        // then
        assertThat(deserializer.deserialize("t", null)).isNull();
        assertThat(Samples.mugAdded()).isEqualTo(deserializer.deserialize("t", mug));
        assertThatThrownBy(() -> deserializer.deserialize("t", new byte[] {1}))
                .isInstanceOfSatisfying(UndecodableException.class, bad -> assertThat(bad.reason())
                        .isEqualTo(UndecodableReason.NO_WIRE_FORMAT));
    }

    private Decoded<ClickstreamEvent> decodes(byte[] bytes, long seed) {
        try {
            return decoder.decode(bytes);
        } catch (RuntimeException | Error thrown) {
            throw new AssertionError("rerun with -Dseed=" + seed, thrown);
        }
    }

    private void assertReason(byte[] bytes, UndecodableReason reason) {
        assertThat(decoder.decode(bytes)).isInstanceOfSatisfying(Undecodable.class, bad -> assertThat(bad.reason())
                .isEqualTo(reason));
    }

    private byte[] eventWithHostileList(Schema schema, long count) throws IOException {
        return event(schema, encoder -> encoder.writeLong(count));
    }

    private byte[] eventWithHostileString() throws IOException {
        return event(Samples.olderWithLines(), encoder -> {
            encoder.writeLong(1);
            encoder.writeLong(Integer.MAX_VALUE - 8L);
        });
    }

    @FunctionalInterface
    private interface Tail {
        void write(BinaryEncoder encoder) throws IOException;
    }

    private byte[] event(Schema schema, Tail tail) throws IOException {
        int id = registry.register("hostile-" + schema.getFields().size() + schema.hashCode() + "-value", schema);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeString("e2");
        encoder.writeString("page_viewed");
        encoder.writeLong(1L);
        tail.write(encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
