package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.mining.BatchGraph;
import io.journeystreams.mining.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a backtest to the event log; the topic is read by {@link ExportLogIT}. */
@Timeout(60)
class ExportLogCommandTest {

    /** ann looks, fills a cart, logs in and buys; ben looks, and is not seen again. */
    private static final String EVENTS = """
            {"eventId":"e1","type":"page_viewed","occurredAt":"2026-03-01T10:00:00Z","source":"clickstream","anonymousId":"d1","channel":"email"}
            {"eventId":"e2","type":"product_added","occurredAt":"2026-03-01T10:05:00Z","source":"clickstream","anonymousId":"d1",\
            "cartId":"k","lines":[{"productId":"p"}]}
            {"eventId":"e3","type":"identified","occurredAt":"2026-03-01T10:06:00Z","source":"clickstream","anonymousId":"d1",\
            "customerId":"ann-4711"}
            {"eventId":"e4","type":"order_placed","occurredAt":"2026-03-01T10:15:00Z","source":"crm","customerId":"ann-4711",\
            "orderId":"o","lines":[{"productId":"p"}]}
            {"eventId":"e5","type":"page_viewed","occurredAt":"2026-03-02T10:00:00Z","source":"clickstream","customerId":"ben-4712"}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aMissionThatBeganBeforeTheLoginIsOneCase() throws IOException {
        // given
        Path transitions = backtest();
        Path log = directory.resolve("log.csv");

        // when
        Run run = export(transitions, log, "csv");

        // then
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "superseded     0 transitions\n",
                        "cases          2, of which 0 began before the log\n",
                        "events         5\n",
                        "written        " + log);
        assertThat(BatchGraph.of(Trace.readCsv(log)).edges().toString())
                .isEqualTo("{Edge[from=, to=AWARENESS]=Flow[count=2, waitsMs=[]],"
                        + " Edge[from=AWARENESS, to=]=Flow[count=1, waitsMs=[2592000000]],"
                        + " Edge[from=AWARENESS, to=DECISION]=Flow[count=1, waitsMs=[300000]],"
                        + " Edge[from=DECISION, to=PURCHASE]=Flow[count=1, waitsMs=[600000]],"
                        + " Edge[from=PURCHASE, to=]=Flow[count=1, waitsMs=[]]}");
    }

    @Test
    void noCustomerIsNamedInEitherLayer() throws IOException {
        Path transitions = backtest();

        for (String layer : new String[] {"mission", "lifecycle"}) {
            Path log = directory.resolve(layer + ".xes");
            assertThat(export(transitions, log, "XES", "--layer", layer).code()).isZero();
            assertThat(log).content().contains("<trace>").doesNotContain("4711", "4712", "d1");
        }
    }

    @Test
    void onlyThePeriodIsWritten() throws IOException {
        Path log = directory.resolve("log.csv");

        Run run = export(backtest(), log, "csv", "--from", "2026-03-02T00:00:00Z", "--to", "2026-03-03T00:00:00Z");

        assertThat(run.out())
                .contains("outside        3 events of cases that began at another time", "events         2\n");
    }

    @Test
    void whatIsThereIsNotReplacedUnlessThatIsSaid() throws IOException {
        // given
        Path transitions = backtest();
        Path log = Files.writeString(directory.resolve("log.csv"), "precious");

        // when
        Run refused = export(transitions, log, "csv");

        // then
        assertThat(refused.code()).isEqualTo(ExitCode.FILES.code());
        assertThat(refused.errorLines())
                .containsExactly("journey: " + log + " is there already; --force replaces a file");
        assertThat(log).hasContent("precious");
        assertThat(export(transitions, log, "csv", "--force").code()).isZero();
        assertThat(log).content().startsWith("case:concept:name,");
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaidInOneLine() throws IOException {
        // given
        Path transitions = backtest();
        Path broken = Files.writeString(directory.resolve("broken.ndjson"), Files.readString(transitions) + "{");
        Path log = directory.resolve("log.csv");

        // then
        Run unreadable = export(broken, log, "csv");
        assertThat(unreadable.code()).isEqualTo(ExitCode.FILES.code());
        assertThat(unreadable.err()).matches("journey: broken.ndjson:\\d+: is no JSON; nothing was written\n");
        assertThat(log).doesNotExist();
        Run missing = export(directory.resolve("missing.ndjson"), log, "csv");
        assertThat(missing.code()).isEqualTo(ExitCode.FILES.code());
        assertThat(missing.err()).contains("no such file or folder", "missing.ndjson");
        Run nowhere = export(transitions, directory.resolve("no").resolve("log.csv"), "csv");
        assertThat(nowhere.code()).isEqualTo(ExitCode.FILES.code());
        assertThat(nowhere.errorLines()).hasSize(1);
    }

    @Test
    void aWrongCommandLineIsRefused() throws IOException {
        Path transitions = backtest();
        Path log = directory.resolve("log.csv");

        assertUsage(export(transitions, log, "ocel"), "--format");
        assertUsage(export(transitions, log, "csv", "--layer", "touchpoint"), "--layer");
        assertUsage(export(transitions, log, "csv", "--from", "yesterday"), "yesterday is not a time such as");
        assertUsage(export(transitions, log, "csv", "--config", "x.yaml"), "--transitions is in place of --config");
        assertUsage(Run.journey("export-log", "--format", "csv"), "--out");
    }

    private static void assertUsage(Run run, String message) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains(message);
    }

    private static Run export(Path transitions, Path log, String format, String... more) {
        String[] arguments = new String[more.length + 7];
        String[] usual = {
            "export-log", "--transitions", transitions.toString(), "--format", format, "--out", log.toString()
        };
        System.arraycopy(usual, 0, arguments, 0, usual.length);
        System.arraycopy(more, 0, arguments, usual.length, more.length);
        return Run.journey(arguments);
    }

    private Path backtest() throws IOException {
        Path events = Files.writeString(directory.resolve("events.ndjson"), EVENTS);
        Path out = directory.resolve("backtest");
        Run run = Run.journey(
                "backtest", "--events", events.toString(), "--out", out.toString(), "--until", "2026-04-15T00:00:00Z");
        assertThat(run.code()).as(run.err()).isZero();
        return out.resolve("stage-transitions.ndjson");
    }
}
