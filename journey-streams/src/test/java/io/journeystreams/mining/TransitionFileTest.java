package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystreams.mining.Told.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class TransitionFileTest {

    /** As a backtest writes it. */
    private static final String LINE = """
            {"profile":"c:4711","tenant":"shop","schemaVersion":1,"policyVersion":"p","transitionId":"t1","revision":2,\
            "state":"CORRECTED","supersedes":["t0"],"emittedAt":"2026-03-01T10:00:01.000Z","layer":"MISSION",\
            "from":"AWARENESS","to":"DECISION","direction":"SKIP","occurredAt":"2026-03-01T10:00:00.500Z","rule":"cart",\
            "evidence":["e1"],"timeSpentMs":5,"visit":1,"missionId":"m1","missionNumber":4,"entryChannel":"email",\
            "channel":"direct","device":null,"conformant":false,"goalReached":false,"buyerJourney":true,"reason":null}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aLineIsAMove() throws IOException {
        Path file = Files.writeString(directory.resolve("t.ndjson"), LINE + LINE.replace("MISSION", "LIFECYCLE"));

        assertThat(read(file, CaseLayer.MISSION)).containsExactly(move("m1", 1));
        assertThat(read(file, CaseLayer.LIFECYCLE)).containsExactly(move("c:4711", 2));
    }

    @Test
    void itMayBeCompressed() throws IOException {
        Path file = directory.resolve("t.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(LINE.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(file, CaseLayer.MISSION)).containsExactly(move("m1", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"profile\"|{profile|is no JSON",
                "\"missionId\":\"m1\"|\"missionId\":null|missionId is missing",
                "\"transitionId\":\"t1\"|\"x\":1|transitionId is missing",
                "\"revision\":2|\"revision\":2.5|revision is no whole number",
                "\"conformant\":false|\"conformant\":\"no\"|conformant is missing, or neither true nor false",
                "2026-03-01T10:00:00.500Z|soon|occurredAt is no time",
                "\"to\":\"DECISION\"|\"to\":7|to is no text",
                "\"layer\":\"MISSION\",|~~|layer is missing"
            })
    void whatIsWrongIsSaidWithItsLineAndNoValues(String is, String becomes, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("t.ndjson"), LINE + LINE.replace(is, becomes));

        assertThatThrownBy(() -> read(file, CaseLayer.MISSION))
                .isInstanceOf(UnreadableTransitionException.class)
                .hasMessage("t.ndjson:2: " + message);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(directory.resolve("t.ndjson"), new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> read(file, CaseLayer.MISSION)).hasMessage("t.ndjson:1: is not UTF-8");
    }

    private static List<Move> read(Path file, CaseLayer layer) throws IOException {
        List<Move> moves = new ArrayList<>();
        new TransitionFile(file).read(layer, moves::add);
        return moves;
    }

    private static Move move(String caseKey, long line) {
        return new Move(
                "t1",
                2,
                false,
                List.of("t0"),
                1_772_359_201_000L,
                new Position(0, line),
                caseKey,
                Optional.of("AWARENESS"),
                "DECISION",
                "SKIP",
                1_772_359_200_500L,
                "cart",
                1,
                OptionalLong.of(4),
                Optional.of("email"),
                Optional.of("direct"),
                Optional.empty(),
                false,
                false,
                true,
                Optional.empty());
    }
}
