package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault that docs/reliability.md tells of is shown by tests that exist, and no test of a fault is missing there. */
class ReliabilityTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Path TABLE = ROOT.resolve("docs").resolve("reliability.md");
    private static final List<String> MODULES = List.of("journey-streams", "load-test", "local-cluster", "deploy");
    private static final Pattern ROW = Pattern.compile("^\\| \\*\\*([TRS]\\d+)\\*\\* \\|(.*)$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern TEST_OF_A_ROW = Pattern.compile("([TRS]\\d+)[A-Z]\\w*(?:Test|IT)");

    @Test
    void everyRowIsThere() throws IOException {
        Set<String> wanted = Stream.of(
                        IntStream.rangeClosed(1, 8).mapToObj(i -> "T" + i),
                        IntStream.rangeClosed(1, 15).mapToObj(i -> "R" + i),
                        IntStream.rangeClosed(1, 6).mapToObj(i -> "S" + i))
                .flatMap(rows -> rows)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows()).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void everyRowIsShownByATestThatExists() throws IOException {
        Set<String> tests = testsOfTheSources();
        assertThat(rows()).allSatisfy(row -> {
            List<String> named = TEST.matcher(row.group(2))
                    .results()
                    .map(test -> test.group(1))
                    .toList();
            assertThat(named).as(row.group(1)).isNotEmpty();
            assertThat(tests).as(row.group(1)).containsAll(named);
        });
    }

    @Test
    void everyTestThatIsNamedAfterARowStandsThere() throws IOException {
        List<MatchResult> rows = rows();
        assertThat(testsOfTheSources())
                .filteredOn(test -> TEST_OF_A_ROW.matcher(test).matches())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(rows)
                        .as(test)
                        .anyMatch(row ->
                                test.startsWith(row.group(1)) && row.group(2).contains("`" + test + "`")));
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(TABLE)).results().toList();
    }

    private static Set<String> testsOfTheSources() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve(Path.of("src", "test", "java")))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(tests::add);
            }
        }
        return tests;
    }
}
