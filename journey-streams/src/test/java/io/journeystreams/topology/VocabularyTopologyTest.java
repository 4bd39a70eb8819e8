package io.journeystreams.topology;

import static io.journeystreams.intake.Reports.BEGINNING;
import static io.journeystreams.intake.Reports.clickstream;
import static io.journeystreams.intake.Reports.line;
import static io.journeystreams.intake.Reports.minutes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.journeystreams.config.EventFormat;
import io.journeystreams.config.InputSettings;
import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.JournaledEvent;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.intake.IntakeOutcome;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.vocabulary.InputVocabularies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics in another vocabulary, from the input to the alert. */
@Timeout(60)
class VocabularyTopologyTest {

    private static final Duration UNTIL_THE_CART_IS_DUE = Duration.ofMinutes(63);

    private static final String ADDED = """
            {"type":"track","event":"Product Added","messageId":"e1","anonymousId":"d1","userId":"7",\
            "timestamp":"2026-03-02T10:00:00Z","context":{"library":{"name":"analytics.js"}},\
            "properties":{"product_id":"p1","price":12.50,"currency":"EUR","quantity":2}}
            """;

    private static final String BOUGHT = """
            {"type":"track","event":"Order Completed","messageId":"o1","userId":"7","timestamp":"2026-03-02T10:01:00Z",\
            "properties":{"order_id":"o1","products":[{"product_id":"p1","quantity":2}]}}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theAlertIsTheOneThatAvroGives() {
        // given
        List<AbandonmentEvent> byAvro;
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            run.clickstream(
                    "d1",
                    clickstream("e1", "product_added", BEGINNING)
                            .setCustomerId("7")
                            .setLines(List.of(line("p1", 2, "12.50", "EUR")))
                            .build());
            run.waitFor(UNTIL_THE_CART_IS_DUE);
            byAvro = run.alerts();
        }

        // when
        try (TopologyRun run = TopologyRun.at(BEGINNING, sending(EventFormat.SEGMENT_JSON, Optional.empty()))) {
            run.clickstream("d1".getBytes(UTF_8), ADDED.getBytes(UTF_8));
            run.waitFor(UNTIL_THE_CART_IS_DUE);

            // then
            assertThat(byAvro).hasSize(1);
            assertThat(run.alerts())
                    .extracting(AvroCodecs::encode)
                    .containsExactlyElementsOf(
                            byAvro.stream().map(AvroCodecs::encode).toList());
            assertThat(run.deadLetters()).isEmpty();
        }
    }

    @Test
    void aPurchaseOnTheCrmTopicIsOneOfTheCrm() {
        try (TopologyRun run = TopologyRun.at(BEGINNING, sending(EventFormat.SEGMENT_JSON, Optional.empty()))) {
            run.clickstream("d1".getBytes(UTF_8), ADDED.getBytes(UTF_8));
            run.crm("7".getBytes(UTF_8), BOUGHT.getBytes(UTF_8));
            run.waitFor(UNTIL_THE_CART_IS_DUE);

            assertThat(run.alerts()).isEmpty();
            assertThat(run.journaledEvents())
                    .extracting(JournaledEvent::getProfile, JournaledEvent::getFormat)
                    .containsExactly(
                            tuple("c:7", PayloadFormat.SEGMENT_JSON), tuple("c:7", PayloadFormat.SEGMENT_JSON));
        }
    }

    @Test
    void thePayloadIsPassedOnUntouched() {
        try (TopologyRun run = TopologyRun.at(BEGINNING, sending(EventFormat.SEGMENT_JSON, Optional.empty()))) {
            run.clickstream("d1".getBytes(UTF_8), ADDED.getBytes(UTF_8));

            assertThat(run.journaledEvents()).singleElement().satisfies(event -> assertThat(
                            UTF_8.decode(event.getPayload()).toString())
                    .isEqualTo(ADDED));
        }
    }

    @Test
    void theJournalIsReadByTheUsersMappingToo() throws IOException {
        // given
        Path own = Files.writeString(directory.resolve("own.yaml"), "events: {Basket Filled: product_added}");
        String added = ADDED.replace("Product Added", "Basket Filled");

        // when
        try (TopologyRun run = TopologyRun.at(BEGINNING, sending(EventFormat.SEGMENT_JSON, Optional.of(own)))) {
            run.clickstream("d1".getBytes(UTF_8), added.getBytes(UTF_8));
            run.waitFor(UNTIL_THE_CART_IS_DUE);

            // then
            assertThat(run.alerts()).hasSize(1);
        }
    }

    @Test
    void whatASourceSentOnceIsReadAfterItsFormatHasChanged() {
        // given
        List<TestRecord<byte[], byte[]>> journal;
        try (TopologyRun run = TopologyRun.at(BEGINNING, sending(EventFormat.SEGMENT_JSON, Optional.empty()))) {
            run.clickstream("d1".getBytes(UTF_8), ADDED.getBytes(UTF_8));
            journal = run.journalRecords();
        }

        // when
        try (TopologyRun run = TopologyRun.at(BEGINNING)) {
            journal.forEach(entry -> run.journal(entry.key(), entry.value()));
            run.waitFor(UNTIL_THE_CART_IS_DUE);

            // then
            assertThat(run.alerts())
                    .extracting(AbandonmentEvent::getDeadline)
                    .containsExactly(java.time.Instant.ofEpochMilli(minutes(60)));
        }
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndTheNextOneIsTakenIn() {
        try (TopologyRun run = TopologyRun.at(BEGINNING, sending(EventFormat.SEGMENT_JSON, Optional.empty()))) {
            run.clickstream("d1".getBytes(UTF_8), "{\"type\":\"track\",\"canary\":".getBytes(UTF_8));
            run.clickstream("d1".getBytes(UTF_8), "{\"type\":\"track\"}".getBytes(UTF_8));
            run.clickstream("d1".getBytes(UTF_8), ADDED.getBytes(UTF_8));

            assertThat(run.deadLetters()).hasSize(2);
            assertThat(run.meters.count(RejectionReason.UNREADABLE)).isEqualTo(1);
            assertThat(run.meters.count(RejectionReason.MISSING_EVENT_ID)).isEqualTo(1);
            assertThat(run.meters.count(IntakeOutcome.ACCEPTED)).isEqualTo(1);
        }
    }

    private static Codecs sending(EventFormat format, Optional<Path> mapping) {
        InputSettings.Input input = new InputSettings.Input(format, mapping, false);
        Codecs codecs = AvroCodecs.all();
        return codecs.reading(InputVocabularies.configured(new InputSettings(input, input), codecs.inputs()));
    }
}
