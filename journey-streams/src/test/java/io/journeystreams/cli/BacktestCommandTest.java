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
                        "events         1 (1 applied)",
                        "dead letters   1 (1 unreadable)",
                        "alerts         1 records (1 abandoned)",
                        "subjects       1 armed = 1 abandoned + 0 disarmed + 0 open");
        assertThat(directory.resolve("out").resolve("abandonment-actions.ndjson"))
                .isNotEmptyFile();
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
