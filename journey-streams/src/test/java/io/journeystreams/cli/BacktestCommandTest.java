package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BacktestCommandTest {

    private static final String ADDED = """
            {"eventId":"e1","type":"product_added","occurredAt":"2026-03-01T10:00:00Z","source":"clickstream",\
            "customerId":"ann","lines":[{"productId":"p1"}]}
            """;

    private static final String ADDED_BY_SEGMENT = """
            {"type":"track","event":"Product Added","messageId":"e1","userId":"7","timestamp":"2026-03-01T10:00:00Z",\
            "properties":{"product_id":"p1"}}
            """;

    private static final String ORDERED_BY_SEGMENT = """
            {"type":"track","event":"Order Completed","messageId":"e2","userId":"7","timestamp":"2026-03-01T10:10:00Z",\
            "properties":{"order_id":"o1"}}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void itSaysWhatCameOutAndEndsWithZeroInSpiteOfBadLines() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), ADDED + "{\n");

        // when
        Run run = backtest(events);

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "events         1\n",
                        "decisions      1 (1 applied)",
                        "dead letters   1 (1 unreadable)",
                        "alerts         1 records (1 abandoned)",
                        "subjects       1 armed = 1 abandoned + 0 disarmed + 0 open");
        assertThat(directory.resolve("out").resolve("abandonment-actions.ndjson"))
                .isNotEmptyFile();
    }

    @Test
    void itTellsTheStoryOfAProfile() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), """
                {"eventId":"e1","type":"product_added","occurredAt":"2026-03-01T10:00:00Z","source":"clickstream",\
                "customerId":"ann","cartId":"k1","lines":[{"productId":"p1"}]}
                {"eventId":"e2","type":"page_viewed","occurredAt":"2026-03-01T10:01:00Z","source":"clickstream","customerId":"ann"}
                {"eventId":"e3","type":"page_viewed","occurredAt":"2026-03-01T10:02:00Z","source":"clickstream","customerId":"ann"}
                {"eventId":"e4","type":"checkout_started","occurredAt":"2026-03-01T10:10:00Z","source":"clickstream",\
                "customerId":"ann","cartId":"k1","checkoutId":"t1"}
                {"eventId":"e5","type":"order_placed","occurredAt":"2026-03-02T13:30:00Z","source":"crm",\
                "customerId":"ann","orderId":"o1"}
                {"eventId":"e6","type":"product_added","occurredAt":"2026-03-02T23:50:00Z","source":"clickstream",\
                "customerId":"ann","cartId":"k2","lines":[{"productId":"p1"}]}
                """);

        // when
        Run run = backtest(events, "--until", "end", "--explain", "c:ann", "--set", "abandonment.consent=opt-in");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        String story = run.out().substring(run.out().indexOf("c:ann"));
        assertThat(story.replaceAll("alert [0-9a-f-]{36}", "alert …")
                        .replaceAll("events.ndjson", "…")
                        .lines())
                .containsExactly(
                        "c:ann, clock at 2026-03-02 23:48:00 UTC; it waits for CLICKSTREAM, CRM",
                        "2026-03-01",
                        "10:00:00  armed       CART k1                   A1   product_added e1 (…-0@1), deadline 11:00:00",
                        "10:02:00  postponed   CART k1                   A2   2 times, the last, page_viewed e3 (…-0@3), deadline 11:02:00",
                        "10:10:00  superseded  CART k1                   A3   by CHECKOUT t1, MOVED_UP, checkout_started e4 (…-0@4)",
                        "10:10:00  armed       CHECKOUT t1               A1   checkout_started e4 (…-0@4), deadline 10:40:00",
                        "10:40:00  abandoned   CHECKOUT t1               T5   alert …, published as revision 1, not to be acted on: CONSENT (A11) (derived)",
                        "2026-03-02",
                        "13:30:00  recovered   CHECKOUT t1               A6   alert …, order_placed e5 (…-0@5), 26 h 50 min after the deadline, published as revision 2",
                        "23:50:00  armed       CART k2                   A1   HIGHER_KIND, product_added e6 (…-0@6), deadline 2026-03-03 10:40:00",
                        "waiting: CART k2 until 2026-03-03 10:40:00, put off by A3",
                        "silence: not judged: NO_MODEL, days with an order: 1, the last 2026-03-02 13:30:00");
    }

    @Test
    void aProfileThatIsNotInTheInputCannotBeExplained() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), ADDED);

        // then
        assertThat(backtest(events, "--explain", "c:bo").code()).isEqualTo(ExitCode.PROFILE.code());
        assertThat(backtest(events, "--explain", "bo").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void theRulesComeFromTheConfiguration() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), ADDED);

        // when
        Run run = backtest(events, "--until", "+30m", "--set", "abandonment.cart.delay=10m");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(directory.resolve("out").resolve("abandonment.ndjson")))
                .contains("\"deadline\":\"2026-03-01T10:10:00.000Z\"");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        // when
        Run run = backtest(directory.resolve("missing.ndjson"));

        // then
        assertThat(run.code()).isEqualTo(ExitCode.FILES.code());
        assertThat(run.errorLines()).singleElement().asString().contains("no such file", "missing.ndjson");
    }

    @Test
    void aFileOfAnotherKindIsWrongUsage() {
        // when
        Run run = backtest(directory.resolve("events.parquet"));

        // then
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.errorLines()).singleElement().asString().contains("events.parquet", ".ndjson");
    }

    @Test
    void aTimeThatIsNoneIsWrongUsage() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), ADDED);

        // when
        Run run = backtest(events, "--until", "tomorrow");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("tomorrow is not a time such as");
    }

    @Test
    void aFileOfAnotherVocabularyIsReadByItsTable() throws IOException {
        // given
        Path events =
                Files.writeString(directory.resolve("events.ndjson"), ADDED_BY_SEGMENT + "{\"type\":\"track\"}\n");
        Path crm = Files.writeString(directory.resolve("crm.ndjson"), ORDERED_BY_SEGMENT);

        // when
        Run run = backtest(events, "--format", "segment-json", "--crm-events", crm.toString());

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "decisions      2 (2 applied)",
                        "dead letters   1 (1 missing_event_id)",
                        "subjects       1 armed = 0 abandoned + 1 disarmed (1 bought) + 0 open");
    }

    @Test
    void theMappingOfTheInputsCountsForItsFormat() throws IOException {
        // given
        Path events = Files.writeString(
                directory.resolve("events.ndjson"), ADDED_BY_SEGMENT.replace("Product Added", "Basket Filled"));
        Path own = Files.writeString(directory.resolve("own.yaml"), "events: {Basket Filled: product_added}");

        // when
        Run run = backtest(
                events,
                "--format",
                "segment-json",
                "--set",
                "inputs.clickstream.format=segment-json",
                "--set",
                "inputs.clickstream.mapping=" + own);

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("alerts         1 records (1 abandoned)");
    }

    @Test
    void aWrongMappingIsRefusedWithFileAndLine() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), ADDED_BY_SEGMENT);
        Path own = Files.writeString(directory.resolve("own.yaml"), "fields:\n  cartID: basket\n");

        // when
        Run run = backtest(
                events,
                "--set",
                "inputs.clickstream.format=segment-json",
                "--set",
                "inputs.clickstream.mapping=" + own);

        // then
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(run.err()).contains("own.yaml:2: fields knows no \"cartID\"; did you mean cartId?");
    }

    @Test
    void aMappingOfNothingIsRefused() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), ADDED);
        Path own = Files.writeString(directory.resolve("own.yaml"), "");

        // when
        Run run = backtest(events, "--set", "inputs.crm.mapping=" + own);

        // then
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(run.err()).contains("inputs.crm.mapping: there is nothing to map");
    }

    @Test
    void aFormatThatIsNoneIsWrongUsage() throws IOException {
        // given
        Path events = Files.writeString(directory.resolve("events.ndjson"), ADDED);

        // when
        Run run = backtest(events, "--format", "avro");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("avro is not a format: segment-json, ga4-json or snowplow-json");
    }

    private Run backtest(Path events, String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "backtest";
        arguments[1] = "--events";
        arguments[2] = events.toString();
        arguments[3] = "--out";
        arguments[4] = directory.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Run.journey(arguments);
    }
}
