package io.journeystreams.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tarball that operators get: it runs as it is unpacked, and nothing is in it that only tests or the demo need. */
@Timeout(60)
class DistributionIT {

    private static final int OK = 0;
    private static final int USAGE = 2;
    private static final int CONFIGURATION = 3;
    private static final int NO_JAVA = 20;

    @TempDir
    private static Path place = Path.of("");

    private static Distribution distribution = new Distribution(Path.of(""));

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        distribution = Distribution.unpack(Files.createDirectory(place.resolve("with blanks")));
    }

    @Test
    void saysItsVersion() throws IOException, InterruptedException {
        Ended ended = distribution.journey("--version");

        String version = distribution.home().getFileName().toString().replace("journey-streams-", "journey ");
        assertThat(ended.text()).startsWith(version + System.lineSeparator());
        assertThat(ended.code()).isEqualTo(OK);
    }

    @Test
    void theExampleIsAFineConfiguration() throws IOException, InterruptedException {
        Ended ended = distribution.journey("check-config", "--config", "conf/journey.yaml");

        assertThat(ended.code()).as(ended.text()).isEqualTo(OK);
        assertThat(ended.text()).containsPattern("streams.stateDirectory +/var/lib/journey +\\(file\\)");
    }

    @Test
    void aWrongSettingEndsWithTheCodeOfAWrongConfiguration() throws IOException, InterruptedException {
        Path wrong = place.resolve("wrong.yaml");
        Files.writeString(wrong, Files.readString(distribution.file("conf/journey.yaml")) + "nonsense: 1\n");

        Ended ended = distribution.journey("check-config", "--config", wrong.toString());

        assertThat(ended.code()).as(ended.text()).isEqualTo(CONFIGURATION);
        assertThat(ended.text()).startsWith("journey: ").contains("nonsense");
    }

    @Test
    void startsThroughLinksAndFromAnywhere() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(place.resolve("else/where"));
        Files.createSymbolicLink(place.resolve("absolute"), distribution.launcher());
        Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("../../absolute"));
        Path version = Files.createSymbolicLink(place.resolve("current"), distribution.home());

        for (Path launcher : List.of(relative, version.resolve("bin/journey"))) {
            Ended ended = Distribution.journey(launcher, elsewhere, Map.of(), "--version");
            assertThat(ended.code()).as(ended.text()).isEqualTo(OK);
            assertThat(ended.text()).startsWith("journey ");
        }
    }

    @Test
    void optionsOfTheJvmBeatTheLaunchersOwn() throws IOException, InterruptedException {
        Map<String, String> options = Map.of("JOURNEY_JAVA_OPTS", "-Xmx333m -XX:+PrintFlagsFinal");

        Ended ended = Distribution.journey(distribution.launcher(), distribution.home(), options, "--version");

        assertThat(ended.text()).containsPattern(" MaxHeapSize +:?= " + 334 * 1024 * 1024 + " ");
        assertThat(ended.code()).isEqualTo(OK);
    }

    @Test
    void withoutJavaItSaysSo() throws IOException, InterruptedException {
        Map<String, String> none = Map.of("JAVA_HOME", place.toString());

        Ended ended = Distribution.journey(distribution.launcher(), distribution.home(), none, "--version");

        assertThat(ended.code()).isEqualTo(NO_JAVA);
        assertThat(ended.text()).startsWith("journey: JAVA_HOME is " + place);
    }

    @Test
    void theDemoIsSaidToBeElsewhere() throws IOException, InterruptedException {
        Ended ended = distribution.journey("demo");

        assertThat(ended.code()).isEqualTo(USAGE);
        assertThat(ended.text()).startsWith("journey: demo is not in this distribution");
    }

    @Test
    void nothingIsShippedThatOnlyTestsOrTheDemoNeed() throws IOException {
        try (Stream<Path> libraries = Files.list(distribution.file("libs"))) {
            List<String> names =
                    libraries.map(library -> library.getFileName().toString()).toList();
            assertThat(names)
                    .anyMatch(name -> name.startsWith("journey-streams-"))
                    .anyMatch(name -> name.startsWith("rocksdbjni-"))
                    .noneMatch(
                            name -> name.matches(
                                    "(junit|assertj|kafka_|kafka-server|kafka-metadata|scala|journey-local-cluster|.*-test-utils).*"));
        }
    }

    @Test
    void theLauncherOfTheSourceTreeGivesTheJvmTheSame() throws IOException {
        assertThat(jvmOptions(distribution.launcher())).isEqualTo(jvmOptions(Path.of("..", "journey")));
    }

    private static List<String> jvmOptions(Path launcher) throws IOException {
        return Files.readAllLines(launcher).stream()
                .filter(line -> line.startsWith("exec ") || line.contains("quiet="))
                .toList();
    }
}
