package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.Line;
import io.journeystreams.contracts.Page;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.domain.event.EventTypes;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.InputFormats;
import io.journeystreams.intake.IntakeDecision;
import io.journeystreams.intake.IntakeRules;
import io.journeystreams.intake.ProfileResolver;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.intake.Reports;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.topology.RegistryCodecs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fault S5: payloads that somebody broke on purpose go through the decoder and the rules of the intake, as in the processor.
 * Each has one outcome, taken or refused, in bounded memory and time. More of them: {@code -Dhostile.payloads=5000000}; a
 * failure says its seed.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S5HostileInputTest {

    private static final int PAYLOADS = Integer.getInteger("hostile.payloads", 200_000);
    private static final long SEED = Long.getLong("seed", 20_260_302L);
    private static final SourcePosition POSITION = new SourcePosition("t", 0, 0);

    /** What one payload may make us allocate: some times what it weighs, and what an answer and a first use take. */
    private static final long ALLOWED_BYTES = 2L * 1024 * 1024;

    private static final int ALLOWED_PER_BYTE = 200;
    private static final long ALLOWED_MS = 2_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final IntakeRules rules = new IntakeRules(ClockPolicy.defaults(), new ProfileResolver());
    private final EmbeddedRegistry server = startRegistry();
    private final RegistryConnection registry = RegistryConnection.open(Map.of(RegistryConnection.URL, server.url()));
    private final InputFormats formats =
            RegistryCodecs.of(registry, SchemaSource.REGISTER).inputs();
    private List<byte[]> good = List.of();
    private List<byte[]> goodCrm = List.of();

    /** How many of each outcome there were. */
    private record Outcomes(int taken, int refused) {}

    @BeforeAll
    void encode() {
        InputEncoder encoder = new InputEncoder(registry);
        good = List.of(encoder.encode(full()), encoder.encode(small()));
        goodCrm = List.of(encoder.encode(Reports.crm("o-1", "order_placed", Reports.BEGINNING)
                .setLines(List.of(Reports.line("p1", 2, "12.50", "EUR")))
                .setAttributes(Map.of("email", "somebody@shop.example"))
                .build()));
    }

    @AfterAll
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void brokenAvroIsTakenOrRefusedAndNothingElse() {
        // given
        Random random = new Random(SEED);
        RecordDecoder<ReportedEvent> clickstream = formats.readerOf(Source.CLICKSTREAM);
        RecordDecoder<ReportedEvent> crm = formats.readerOf(Source.CRM);
        int taken = 0;
        int refused = 0;

        // when
        for (int i = 0; i < PAYLOADS; i++) {
            boolean isCrm = i % 4 == 0;
            byte[] payload = BrokenPayloads.of(pick(isCrm ? goodCrm : good, random), random);
            if (isTaken(isCrm ? crm : clickstream, payload, i)) {
                taken++;
            } else {
                refused++;
            }
        }

        // then
        assertThat(new Outcomes(taken, refused))
                .as("some of each, or the payloads are not what they are meant to be; seed %d", SEED)
                .matches(outcomes -> outcomes.taken() > PAYLOADS / 100 && outcomes.refused() > PAYLOADS / 4);
    }

    Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("a text of 2 GB", withLengthAt(Integer.MAX_VALUE)),
                Arguments.of("a text of 2^62 bytes", withLengthAt(Long.MAX_VALUE / 2)),
                Arguments.of("a text of negative length", withLengthAt(-5)),
                Arguments.of("only the frame", Arrays.copyOf(good.get(0), 5)),
                Arguments.of("nothing", new byte[0]),
                Arguments.of("a schema that nobody registered", framed(Integer.MAX_VALUE, new byte[100])),
                Arguments.of("a negative schema id", framed(-1, new byte[100])),
                Arguments.of("half a megabyte of zeros", framed(idOf(good.get(0)), new byte[500_000])),
                Arguments.of("half a megabyte of ones", framed(idOf(good.get(0)), filled(500_000, (byte) 1))),
                Arguments.of("half a megabyte of 0xFF", framed(idOf(good.get(0)), filled(500_000, (byte) -1))),
                Arguments.of("the payload of the other topic", goodCrm.get(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aPayloadMadeToExplodeIsRefused(String name, byte[] payload) {
        assertThat(isTaken(formats.readerOf(Source.CLICKSTREAM), payload, 0)).isFalse();
    }

    /** Every place of a good payload holds the length of a block or text once, and is told to be huge. */
    @Test
    void aHugeLengthInAnyPlaceIsAnAnswer() {
        byte[] payload = good.get(0);
        for (long length :
                new long[] {Integer.MAX_VALUE, Long.MAX_VALUE / 2, Long.MIN_VALUE / 2, 100_000_000, -1_000}) {
            byte[] varint = BrokenPayloads.varint(length);
            for (int at = 5; at < payload.length; at++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(payload, 0, at);
                bytes.writeBytes(varint);
                bytes.write(payload, at + 1, payload.length - at - 1);
                isTaken(formats.readerOf(Source.CLICKSTREAM), bytes.toByteArray(), at);
            }
        }
    }

    static Stream<Arguments> documents() {
        String around = "{\"type\":\"track\",\"event\":\"Product Added\",\"messageId\":\"m1\",\"userId\":\"7\","
                + "\"timestamp\":\"2026-03-02T10:00:00Z\",\"properties\":%s}";
        return Stream.of(
                Arguments.of(
                        "100 000 arrays in each other", around.formatted("[".repeat(100_000) + "]".repeat(100_000))),
                Arguments.of("100 000 objects", around.formatted("{\"a\":".repeat(80_000) + "1" + "}".repeat(80_000))),
                Arguments.of(
                        "a number out of all bounds",
                        around.formatted("{\"price\":1e999999999,\"quantity\":1e999999999}")),
                Arguments.of("an exponent out of all bounds", around.formatted("{\"price\":1e99999999999}")),
                Arguments.of("a number near to nothing", around.formatted("{\"price\":1e-999999999}")),
                Arguments.of("a number of 400 000 digits", around.formatted("{\"price\":" + "9".repeat(400_000) + "}")),
                Arguments.of(
                        "a text of 500 000 characters",
                        around.formatted("{\"product_id\":\"" + "x".repeat(500_000) + "\"}")),
                Arguments.of("a name of 500 000 characters", around.formatted("{\"" + "x".repeat(500_000) + "\":1}")),
                Arguments.of("40 000 names", around.formatted(names(40_000))),
                Arguments.of(
                        "the same name 40 000 times",
                        around.formatted("{" + "\"price\":1,".repeat(40_000) + "\"price\":2}")),
                Arguments.of("100 000 products", around.formatted("{\"products\":[" + "{},".repeat(99_999) + "{}]}")),
                Arguments.of("nothing but open brackets", "[".repeat(500_000)),
                Arguments.of("nothing but quotes", "\"".repeat(500_000)),
                Arguments.of("escapes", around.formatted("\"" + "\\u0000".repeat(80_000) + "\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aDocumentMadeToExplodeIsAnAnswerInEveryVocabulary(String name, String document) {
        int readers = 0;
        for (Source source : Source.values()) {
            for (PayloadFormat format : PayloadFormat.values()) {
                Optional<RecordDecoder<ReportedEvent>> reader = formats.journalReader(source, format);
                readers += reader.isPresent() ? 1 : 0;
                reader.ifPresent(present -> isTaken(present, document.getBytes(StandardCharsets.UTF_8), 0));
            }
        }
        assertThat(readers).isGreaterThan(8);
    }

    /** As the intake does it; fails if that throws, or takes more than it may. */
    private boolean isTaken(RecordDecoder<ReportedEvent> decoder, byte[] payload, int round) {
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        long startedNanos = System.nanoTime();
        boolean isTaken;
        try {
            isTaken = take(decoder, payload);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("rerun with -Dseed=" + SEED + ", round " + round, e);
        }
        long tookMs = (System.nanoTime() - startedNanos) / 1_000_000;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        assertThat(allocated)
                .as("bytes allocated for a payload of %d; -Dseed=%d, round %d", payload.length, SEED, round)
                .isLessThan(ALLOWED_BYTES + (long) ALLOWED_PER_BYTE * payload.length);
        assertThat(tookMs).as("milliseconds; -Dseed=%d, round %d", SEED, round).isLessThan(ALLOWED_MS);
        return isTaken;
    }

    private boolean take(RecordDecoder<ReportedEvent> decoder, byte[] payload) {
        Decoded<ReportedEvent> decoded = decoder.decode(payload);
        if (!(decoded instanceof Decoded.Value<ReportedEvent> value)) {
            return false;
        }
        IntakeDecision decision = rules.decide(value.value(), Reports.BEGINNING, Reports.BEGINNING, POSITION);
        if (!(decision instanceof IntakeDecision.Accepted accepted)) {
            return false;
        }
        EventTypes.read(accepted.occurrence());
        return true;
    }

    private byte[] withLengthAt(long length) {
        return framed(idOf(good.get(0)), BrokenPayloads.varint(length));
    }

    private static int idOf(byte[] framed) {
        return ByteBuffer.wrap(framed).getInt(1);
    }

    private static byte[] framed(int schemaId, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(body)
                .array();
    }

    private static byte[] filled(int length, byte value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static byte[] pick(List<byte[]> payloads, Random random) {
        return payloads.get(random.nextInt(payloads.size()));
    }

    private static String names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("\"n" + i + "\":" + i);
        }
        return "{" + String.join(",", names) + "}";
    }

    private static ClickstreamEvent small() {
        return Reports.clickstream("e-2", "page_viewed", Reports.BEGINNING).build();
    }

    private static ClickstreamEvent full() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.add(Line.newBuilder()
                    .setProductId("p" + i)
                    .setName("mug " + i)
                    .setQuantity(i + 1)
                    .setUnitPrice(new BigDecimal("12.5000"))
                    .setCurrency("EUR")
                    .build());
        }
        return Reports.clickstream("e-1", "product_added", Reports.BEGINNING)
                .setCustomerId("7")
                .setCartId("cart-1")
                .setCampaign("spring")
                .setPage(Page.newBuilder().setUrl("https://shop.example/mug").build())
                .setLines(lines)
                .setAttributes(Map.of("query", "mug", "step", "2"))
                .build();
    }

    private static EmbeddedRegistry startRegistry() {
        try {
            return EmbeddedRegistry.start(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
