package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both formats, read back by readers that know nothing of the writers. */
@Timeout(10)
class LogWriterTest {

    private static final String HOSTILE = "=a\"b,c;d'e\r\nf\tg<h>&amp;]]>\u0001 \uD83D\uDE00 <!--";

    private static final JourneyCase MISSION = JourneyCase.of(
            CaseLayer.MISSION,
            List.of(
                    AMove.of("1").in(HOSTILE).on(HOSTILE),
                    AMove.of("2").in(HOSTILE).reaching("AWARENESS", "PURCHASE", 90_061_007)));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void xesHoldsWhatTheCaseSays() throws IOException {
        XesReader.Log log = XesReader.read(written(LogFormat.XES, MISSION));

        assertThat(log.attributes()).isEmpty();
        assertThat(log.traces())
                .isEqualTo(List.of(new XesReader.Trace(
                        Map.of(
                                "concept:name", HOSTILE.replace('\u0001', '\uFFFD'),
                                "entryChannel", "email",
                                "missionNumber", "3",
                                "startKnown", "true",
                                "ended", "true"),
                        List.of(
                                Map.ofEntries(
                                        Map.entry("concept:name", "AWARENESS"),
                                        Map.entry("time:timestamp", "2026-02-25T06:13:20.000+00:00"),
                                        Map.entry("lifecycle:transition", "complete"),
                                        Map.entry("direction", "FORWARD"),
                                        Map.entry("rule", "rule"),
                                        Map.entry("channel", "direct"),
                                        Map.entry("device", HOSTILE.replace('\u0001', '\uFFFD')),
                                        Map.entry("visit", "1"),
                                        Map.entry("conformant", "true"),
                                        Map.entry("goalReached", "false"),
                                        Map.entry("buyerJourney", "false")),
                                Map.ofEntries(
                                        Map.entry("concept:name", "PURCHASE"),
                                        Map.entry("time:timestamp", "2026-02-26T07:14:21.007+00:00"),
                                        Map.entry("lifecycle:transition", "complete"),
                                        Map.entry("from", "AWARENESS"),
                                        Map.entry("direction", "FORWARD"),
                                        Map.entry("rule", "rule"),
                                        Map.entry("channel", "direct"),
                                        Map.entry("visit", "1"),
                                        Map.entry("conformant", "true"),
                                        Map.entry("goalReached", "true"),
                                        Map.entry("buyerJourney", "false"))))));
    }

    @Test
    void xesOfALifecycleNamesNoProfileAndNoEnd() throws IOException {
        JourneyCase lifecycle = JourneyCase.of(
                CaseLayer.LIFECYCLE, List.of(AMove.of("7d1f").in("c:4711").stated()));

        Path file = written(LogFormat.XES, lifecycle);

        assertThat(XesReader.read(file).traces())
                .extracting(XesReader.Trace::attributes)
                .containsExactly(Map.of("concept:name", "7d1f", "startKnown", "true"));
        assertThat(file).content().doesNotContain("4711");
    }

    @Test
    void csvHoldsWhatTheCaseSays() throws IOException {
        List<Map<String, String>> rows = rows(written(LogFormat.CSV, MISSION));

        String name = "'" + HOSTILE.replace('\u0001', '\uFFFD');
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .isEqualTo(Map.ofEntries(
                        Map.entry("case:concept:name", name),
                        Map.entry("concept:name", "AWARENESS"),
                        Map.entry("time:timestamp", "2026-02-25T06:13:20.000+00:00"),
                        Map.entry("lifecycle:transition", "complete"),
                        Map.entry("from", ""),
                        Map.entry("direction", "FORWARD"),
                        Map.entry("rule", "rule"),
                        Map.entry("channel", "direct"),
                        Map.entry("device", name),
                        Map.entry("visit", "1"),
                        Map.entry("conformant", "true"),
                        Map.entry("goalReached", "false"),
                        Map.entry("buyerJourney", "false"),
                        Map.entry("reason", ""),
                        Map.entry("case:entryChannel", "email"),
                        Map.entry("case:missionNumber", "3"),
                        Map.entry("case:startKnown", "true"),
                        Map.entry("case:ended", "true")));
        assertThat(rows.get(1)).containsEntry("case:concept:name", name).containsEntry("from", "AWARENESS");
    }

    @Test
    void aLogWithoutCasesIsALog() throws IOException {
        assertThat(XesReader.read(written(LogFormat.XES)).traces()).isEmpty();
        assertThat(rows(written(LogFormat.CSV))).isEmpty();
    }

    @Test
    void theReaderRefusesWhatTheStandardDoesNotAllow() throws IOException {
        String log = Files.readString(written(LogFormat.XES, MISSION));

        assertRefused(log.replace("1849.2016", "1849-2016"));
        assertRefused(log.replace("value=\"2026-02-25T06:13:20.000+00:00\"", "value=\"yesterday\""));
        assertRefused(log.replace("prefix=\"time\"", "prefix=\"clock\""));
        assertRefused(log.replace("key=\"rule\"", "key=\"direction\""));
        assertRefused(
                log.replace("<string key=\"lifecycle:transition\" value=\"complete\"/>\n      <string", "<string"));
        assertRefused(log.replaceFirst("(?s)( *<classifier[^\n]*\n)(.*)</log>", "$2$1</log>"));
        assertRefused(log.replace("</log>", ""));
    }

    private void assertRefused(String log) throws IOException {
        Path file = Files.writeString(directory.resolve("refused.xes"), log);

        assertThatThrownBy(() -> XesReader.read(file)).isInstanceOfAny(AssertionError.class, RuntimeException.class);
    }

    private Path written(LogFormat format, JourneyCase... cases) throws IOException {
        StringWriter text = new StringWriter();
        LogWriter writer = format.to(text);
        writer.begin();
        for (JourneyCase journey : cases) {
            writer.add(journey);
        }
        writer.end();
        return Files.writeString(directory.resolve("log." + format), text.toString());
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(schema).readValues(file.toFile())) {
            return rows.readAll();
        }
    }
}
