package io.journeystreams.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogExportTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void casesAreWrittenWholeAndEveryRecordIsAccountedFor() throws IOException {
        // given
        TransitionSource told = source(
                AMove.of("1").in("m1").at(1).to("AWARENESS", 10),
                AMove.of("2").in("m2").at(2).to("AWARENESS", 0),
                AMove.of("3").in("m1").at(3).from("AWARENESS", "DECISION", 20),
                AMove.of("4").in("m1").supersedes("3").at(4).from("AWARENESS", "CONSIDERATION", 20),
                AMove.of("5").in("m3").at(5).from("DECISION", "PURCHASE", 5),
                AMove.of("6").in("m1").at(6).stated(),
                AMove.of("6").in("m1").revision(2).at(7).retracted());

        // when
        LogSummary summary = LogExport.run(request("log.csv"), told);

        // then
        assertThat(summary).isEqualTo(new LogSummary(7, 1, 1, 1, 0, 3, 4, 1));
        assertThat(activities("log.csv"))
                .containsExactly("m2 AWARENESS", "m3 PURCHASE", "m1 AWARENESS", "m1 CONSIDERATION");
    }

    @Test
    void onlyCasesThatBeganInThePeriodAreWrittenAndThoseWhole() throws IOException {
        // given
        TransitionSource told = source(
                AMove.of("1").in("before").to("AWARENESS", 9),
                AMove.of("2").in("before").from("AWARENESS", "DECISION", 15),
                AMove.of("3").in("at the beginning").to("AWARENESS", 10),
                AMove.of("4").in("at the beginning").from("AWARENESS", "DECISION", 25),
                AMove.of("5").in("at the end").to("AWARENESS", 20));
        LogRequest request = new LogRequest(
                CaseLayer.MISSION,
                LogFormat.CSV,
                directory.resolve("log.csv"),
                OptionalLong.of(AMove.BEGINNING_MS + 10),
                OptionalLong.of(AMove.BEGINNING_MS + 20),
                false);

        // when
        LogSummary summary = LogExport.run(request, told);

        // then
        assertThat(summary).isEqualTo(new LogSummary(5, 0, 0, 0, 3, 1, 2, 0));
        assertThat(activities("log.csv")).containsExactly("at the beginning AWARENESS", "at the beginning DECISION");
    }

    @Test
    void manyFilesMakeTheSameLogAsOne() throws IOException {
        // given
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            AMove move = AMove.of("t" + i).in("m" + i % 700).at(i);
            moves.add((i % 11 == 0 ? move.supersedes("t" + (i - 5)) : move).to("AWARENESS", i * 1_000L));
        }

        // when
        LogSummary one = LogExport.run(request("one.csv"), source(1, moves));
        LogSummary many = LogExport.run(request("many.csv"), source(40 * LogExport.RECORDS_IN_MEMORY, moves));

        // then
        assertThat(many).isEqualTo(one);
        assertThat(one.superseded()).isEqualTo(272);
        assertThat(activities("many.csv")).containsExactlyInAnyOrderElementsOf(activities("one.csv"));
        assertThat(byCase("many.csv")).isEqualTo(byCase("one.csv"));
    }

    @Test
    void theSameRecordsMakeTheSameFile() throws IOException {
        for (LogFormat format : LogFormat.values()) {
            String suffix = format.name().toLowerCase(Locale.ROOT);
            List<Move> moves = List.of(
                    AMove.of("1").in("b").to("AWARENESS", 0),
                    AMove.of("2").in("a").to("AWARENESS", 0));
            LogExport.run(request("one." + suffix, format), source(1, moves));
            LogExport.run(request("two." + suffix, format), source(1, moves));

            assertThat(directory.resolve("one." + suffix)).hasSameBinaryContentAs(directory.resolve("two." + suffix));
        }
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyIfThatIsSaid() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("log.csv"), "precious");
        TransitionSource told = source(AMove.of("1").stated());

        // then
        assertThatThrownBy(() -> LogExport.run(request("log.csv"), told))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
        LogExport.run(new LogRequest(CaseLayer.MISSION, LogFormat.CSV, file, all(), all(), true), told);
        assertThat(activities("log.csv")).containsExactly("mission AWARENESS");
        assertThat(inDirectory()).containsExactly("log.csv");
    }

    @Test
    void aFolderIsNeverReplaced() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        LogRequest request = new LogRequest(CaseLayer.MISSION, LogFormat.CSV, folder, all(), all(), true);

        assertThatThrownBy(() -> LogExport.run(request, source())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatFailsLeavesNothingBehind() throws IOException {
        // given
        TransitionSource broken = new Moves(1, List.of(AMove.of("1").stated())) {
            @Override
            public void read(CaseLayer layer, Sink sink) throws IOException {
                super.read(layer, sink);
                throw new UnreadableTransitionException("in the middle");
            }
        };

        // then
        assertThatThrownBy(() -> LogExport.run(request("log.csv"), broken)).hasMessage("in the middle");
        assertThat(inDirectory()).isEmpty();
        LogRequest nowhere =
                new LogRequest(CaseLayer.MISSION, LogFormat.CSV, directory.resolve("no/log.csv"), all(), all(), false);
        assertThatThrownBy(() -> LogExport.run(nowhere, source())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void nobodyElseMayReadTheFileNorWhatIsLaidAside() throws IOException {
        List<String> permissions = new ArrayList<>();
        TransitionSource watched = new Moves(1, List.of(AMove.of("1").stated())) {
            @Override
            public void read(CaseLayer layer, Sink sink) throws IOException {
                super.read(layer, sink);
                for (String name : inDirectory()) {
                    permissions.add(permissionsOf(name));
                }
            }
        };

        LogExport.run(request("log.csv"), watched);

        assertThat(permissions).containsExactly("rwx------");
        assertThat(permissionsOf("log.csv")).isEqualTo("rw-------");
    }

    @Test
    void aFileMayBeCompressed() throws IOException {
        LogExport.run(request("log.xes.gz", LogFormat.XES), source(AMove.of("1").stated()));

        assertThat(XesReader.read(directory.resolve("log.xes.gz")).traces())
                .extracting(trace -> trace.attributes().get("concept:name"))
                .containsExactly("mission");
    }

    private LogRequest request(String name) {
        return request(name, LogFormat.CSV);
    }

    private LogRequest request(String name, LogFormat format) {
        return new LogRequest(CaseLayer.MISSION, format, directory.resolve(name), all(), all(), false);
    }

    private static OptionalLong all() {
        return OptionalLong.empty();
    }

    private List<String> activities(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[0] + " " + cells[1])
                .toList();
    }

    private Map<String, List<String>> byCase(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name)).stream()
                .collect(Collectors.groupingBy(line -> line.split(",", -1)[0]));
    }

    private List<String> inDirectory() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private String permissionsOf(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    private static TransitionSource source(Move... moves) {
        return new Moves(moves.length, Arrays.asList(moves));
    }

    private static TransitionSource source(long size, List<Move> moves) {
        return new Moves(size, moves);
    }

    /** Moves in memory. */
    private static class Moves implements TransitionSource {

        private final long size;
        private final List<Move> moves;

        Moves(long size, List<Move> moves) {
            this.size = size;
            this.moves = List.copyOf(moves);
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void read(CaseLayer layer, Sink sink) throws IOException {
            for (Move move : moves) {
                sink.take(move);
            }
        }
    }
}
