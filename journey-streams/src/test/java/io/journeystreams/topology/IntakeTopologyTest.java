package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.crm;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.contracts.Watermark;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.RejectionReason;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
public class IntakeTopologyTest {

    private static final long GRACE_MS = 120_000;
    private static final byte[] KEY = "d1".getBytes(UTF_8);

    private final TopologyRun run = TopologyRun.at(BEGINNING);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void eventIsAppendedToTheJournalUnderItsProfileWithItsPayloadUntouched() {
        byte[] payload = AvroCodecs.encode(
                clickstream("e1", "page_viewed", minutes(-1)).setCustomerId("7").build());

        run.clickstream(KEY, payload);

        List<TestRecord<byte[], byte[]>> journal = run.journalRecords();
        assertThat(journal.get(0).key()).asString(UTF_8).isEqualTo("c:7");
        assertThat(journal.get(0).timestamp()).isEqualTo(BEGINNING);
        assertThat(AvroCodecs.decode(
                                io.journeystreams.contracts.JournalEntry.class,
                                journal.get(0).value())
                        .getBody())
                .isEqualTo(new JournaledEvent(
                        "c:7",
                        Instant.ofEpochMilli(minutes(-1)),
                        Instant.ofEpochMilli(BEGINNING),
                        new SourcePosition(Topics.CLICKSTREAM, 0, 0L),
                        false,
                        false,
                        PayloadFormat.CLICKSTREAM_AVRO,
                        ByteBuffer.wrap(payload),
                        null));
    }

    @Test
    void watermarkFollowsTheEventAndNamesItsSource() {
        run.clickstream("d1", clickstream("e1", "page_viewed", minutes(-1)).build());
        assertThat(run.watermarks())
                .containsExactly(new Watermark(
                        Topics.CLICKSTREAM + "-0", 2, Instant.ofEpochMilli(minutes(-1) - GRACE_MS), true));
    }

    @Test
    void silentSourcesFollowTheWallClock() {
        run.waitFor(Duration.ofSeconds(9));
        assertThat(run.watermarks()).isEmpty();
        run.waitFor(Duration.ofSeconds(1));
        Instant time = Instant.ofEpochMilli(BEGINNING + 10_000 - GRACE_MS);
        assertThat(run.watermarks())
                .containsExactlyInAnyOrder(
                        new Watermark(Topics.CLICKSTREAM + "-0", 2, time, true),
                        new Watermark(Topics.CRM + "-0", 2, time, true));
    }

    static Stream<Arguments> badRecords() {
        ClickstreamEvent.Builder good = clickstream("e1", "product_added", BEGINNING);
        return Stream.of(
                bad(RejectionReason.NULL_VALUE, null),
                bad(RejectionReason.UNREADABLE, new byte[0]),
                bad(RejectionReason.UNREADABLE, "{\"eventId\":\"e1\"}".getBytes(UTF_8)),
                bad(RejectionReason.UNREADABLE, concat(AvroCodecs.header(0), new byte[] {(byte) 0xFF})),
                bad(RejectionReason.UNKNOWN_SCHEMA, concat(AvroCodecs.header(42), new byte[] {1})),
                bad(
                        RejectionReason.WRONG_TYPE,
                        AvroCodecs.encode(crm("e1", "order_placed", BEGINNING).build())),
                bad(RejectionReason.MISSING_EVENT_ID, encoded(clickstream("", "product_added", BEGINNING))),
                bad(RejectionReason.MISSING_TYPE, encoded(clickstream("e1", " ", BEGINNING))),
                bad(RejectionReason.MISSING_TIME, encoded(clickstream("e1", "product_added", 0))),
                bad(RejectionReason.INVALID_VALUE, encoded(good.setLines(List.of(line("canary", -1, null, null))))),
                bad(RejectionReason.TOO_LARGE, new byte[600_000]));
    }

    private static Arguments bad(RejectionReason reason, byte @Nullable [] value) {
        return Arguments.of(reason, value);
    }

    private static byte[] encoded(ClickstreamEvent.Builder event) {
        return AvroCodecs.encode(event.build());
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    @ParameterizedTest
    @MethodSource("badRecords")
    void badRecordBecomesADeadLetterAndTheNextOneIsTakenIn(RejectionReason reason, byte @Nullable [] value) {
        run.clickstream(KEY, value);
        run.clickstream("d1", clickstream("e2", "page_viewed", BEGINNING).build());

        TestRecord<byte[], byte[]> letter = onlyDeadLetter();
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(headersOf(letter))
                .containsEntry("journey.reason", reason.name())
                .containsEntry("__streams.errors.topic", Topics.CLICKSTREAM)
                .containsEntry("__streams.errors.partition", "0")
                .containsEntry("__streams.errors.offset", "0")
                .containsKey("__streams.errors.message");
        assertThat(headersOf(letter).get("__streams.errors.message")).doesNotContain("canary");
        assertThat(run.journaledEvents()).extracting(JournaledEvent::getProfile).containsExactly("a:d1");
        assertThat(run.meters.count(reason)).isEqualTo(1);
        assertThat(run.meters.count(IntakeOutcome.REJECTED)).isEqualTo(1);
        assertThat(run.meters.count(IntakeOutcome.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void recordWithoutTimeBecomesADeadLetterToo() {
        run.clickstream(KEY, encoded(clickstream("e1", "page_viewed", BEGINNING)), 0);
        assertThat(headersOf(onlyDeadLetter()))
                .containsEntry("journey.reason", RejectionReason.INVALID_RECORD_TIMESTAMP.name());
    }

    @Test
    void valueTooLargeToBeWrittenAgainIsCut() {
        run.clickstream(KEY, new byte[2_000_000]);
        TestRecord<byte[], byte[]> letter = onlyDeadLetter();
        assertThat(headersOf(letter)).containsEntry("journey.truncated-from", "2000000");
        assertThat(letter.value().length).isLessThan(1_000_000);
    }

    @Test
    void absentRegistryIsNotBadData() {
        byte[] value = concat(AvroCodecs.header(AvroCodecs.UNREACHABLE), new byte[] {1});
        assertThatThrownBy(() -> run.clickstream(KEY, value)).hasRootCauseMessage("no registry");
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void recordWithoutKeyIsTakenInByItsPayload() {
        run.clickstream(null, encoded(clickstream("e1", "page_viewed", BEGINNING)));
        assertThat(run.journaledEvents()).extracting(JournaledEvent::getProfile).containsExactly("a:d1");
        assertThat(run.meters.count(IntakeOutcome.KEY_MISSING)).isEqualTo(1);
    }

    @Test
    void keyThatContradictsThePayloadIsCounted() {
        run.clickstream("d2", clickstream("e1", "page_viewed", BEGINNING).build());
        assertThat(run.journaledEvents()).extracting(JournaledEvent::getProfile).containsExactly("a:d1");
        assertThat(run.meters.count(IntakeOutcome.KEY_CONTRADICTS)).isEqualTo(1);
    }

    @Test
    void crmEventIsTakenInByItsCustomer() {
        run.crm("7", crm("o1", "order_placed", BEGINNING).build());
        assertThat(run.journaledEvents())
                .extracting(JournaledEvent::getProfile, JournaledEvent::getFormat)
                .containsExactly(org.assertj.core.api.Assertions.tuple("c:7", PayloadFormat.CRM_AVRO));
    }

    private TestRecord<byte[], byte[]> onlyDeadLetter() {
        List<TestRecord<byte[], byte[]>> letters = run.deadLetters();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static Map<String, String> headersOf(TestRecord<byte[], byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
