package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.contracts.HandOver;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.contracts.SourcePosition;
import io.journeystreams.domain.engine.Outcome;
import io.journeystreams.intake.RejectionReason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The journey side on journal entries that intake would not have written. */
@Timeout(60)
class JournalReadingTest {

    private static final byte[] KEY = "a:d1".getBytes(UTF_8);
    private static final Instant NOW = Instant.ofEpochMilli(BEGINNING);

    private final TopologyRun run = TopologyRun.at(BEGINNING);

    @AfterEach
    void close() {
        run.close();
    }

    static Stream<Arguments> badEntries() {
        byte[] payload =
                AvroCodecs.encode(clickstream("e1", "page_viewed", BEGINNING).build());
        return Stream.of(
                Arguments.of(RejectionReason.NULL_VALUE, null),
                Arguments.of(RejectionReason.UNREADABLE, "garbage".getBytes(UTF_8)),
                Arguments.of(RejectionReason.WRONG_TYPE, payload),
                Arguments.of(RejectionReason.UNSUPPORTED, entry("a:d1", PayloadFormat.UNKNOWN, payload)),
                Arguments.of(RejectionReason.WRONG_TYPE, entry("a:d1", PayloadFormat.CRM_AVRO, payload)),
                Arguments.of(RejectionReason.INVALID_VALUE, entry("d1", PayloadFormat.CLICKSTREAM_AVRO, payload)),
                Arguments.of(RejectionReason.UNREADABLE, entry("a:d1", PayloadFormat.CLICKSTREAM_AVRO, new byte[0])),
                Arguments.of(RejectionReason.INVALID_VALUE, handOverOfBrokenState()));
    }

    @ParameterizedTest
    @MethodSource("badEntries")
    void badEntryBecomesADeadLetterAndTheNextOneCounts(RejectionReason reason, byte @Nullable [] value) {
        run.journal(KEY, value);
        run.clickstream("d1", clickstream("e2", "page_viewed", BEGINNING).build());

        List<TestRecord<byte[], byte[]>> letters = run.deadLetters();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).value()).isEqualTo(value);
        assertThat(letters.get(0).headers().lastHeader("journey.reason").value())
                .asString(UTF_8)
                .isEqualTo(reason.name());
        assertThat(letters.get(0).headers().lastHeader("__streams.errors.topic").value())
                .asString(UTF_8)
                .isEqualTo(Topics.JOURNAL);
        assertThat(run.meters.count(Outcome.APPLIED)).isEqualTo(1);
    }

    @Test
    void goodEntryCountsOnce() {
        byte[] payload =
                AvroCodecs.encode(clickstream("e1", "page_viewed", BEGINNING).build());
        run.journal(KEY, entry("a:d1", PayloadFormat.CLICKSTREAM_AVRO, payload));
        assertThat(run.meters.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(run.entriesOf(StoreNames.PROFILES)).isEqualTo(1);
        assertThat(run.deadLetters()).isEmpty();
    }

    private static byte[] entry(String profile, PayloadFormat format, byte[] payload) {
        JournaledEvent event = new JournaledEvent(
                profile,
                NOW,
                NOW,
                new SourcePosition(Topics.CLICKSTREAM, 0, 0L),
                false,
                false,
                format,
                ByteBuffer.wrap(payload),
                null);
        return AvroCodecs.encode(new JournalEntry(NOW, event));
    }

    private static byte[] handOverOfBrokenState() {
        HandOver handOver = new HandOver("h1", "a:d1", "c:7", "e1", ByteBuffer.allocate(1), NOW, List.of());
        return AvroCodecs.encode(new JournalEntry(NOW, handOver));
    }
}
