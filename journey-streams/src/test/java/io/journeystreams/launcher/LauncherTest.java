package io.journeystreams.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on machines that lack something; Java and Maven are stand-ins. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {

    private static final List<String> TOOLS =
            List.of("dirname", "readlink", "sed", "head", "tail", "find", "cat", "grep", "mkdir", "rm");

    private Path home = Path.of(".");
    private Path bin = Path.of(".");

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void copyLauncher(@TempDir Path directory) throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        bin = Files.createDirectories(directory.resolve("bin"));
        Files.copy(Path.of("..", "journey"), home.resolve("journey"));
        for (String source : List.of("schemas", "local-cluster", "journey-streams")) {
            Files.createDirectories(home.resolve(source));
        }
        for (String tool : TOOLS) {
            tool(tool, "exec " + which(tool) + " \"$@\"");
        }
    }

    @Test
    void aMachineWithoutJavaIsToldSo() throws Exception {
        assertThat(launch(home.resolve("journey"), Map.of()))
                .isEqualTo(
                        new Ended(20, "", "journey: Java is missing; install a JDK 17 or newer, or set JAVA_HOME\n"));
    }

    @Test
    void aJavaThatIsTooOldIsNamed() throws Exception {
        // given
        java("1.8.0_402");

        // when
        Ended ended = launch(home.resolve("journey"), Map.of());

        // then
        assertThat(ended)
                .isEqualTo(new Ended(
                        20,
                        "",
                        "journey: " + bin.resolve("java")
                                + " is Java 1; install a JDK 17 or newer, or set JAVA_HOME to one\n"));
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        assertThat(launch(home.resolve("journey"), Map.of("JAVA_HOME", "/does/not/exist")))
                .isEqualTo(
                        new Ended(
                                20,
                                "",
                                "journey: JAVA_HOME is /does/not/exist, and there is no bin/java in it; correct or unset it\n"));
    }

    @Test
    void aJavaWithoutCompilerCannotBuild() throws Exception {
        // given
        java("17.0.15");

        // when
        Ended ended = launch(home.resolve("journey"), Map.of());

        // then
        assertThat(ended.code()).isEqualTo(20);
        assertThat(ended.err()).contains("comes without a compiler");
    }

    @Test
    void aMachineWithoutMavenIsToldSo() throws Exception {
        // given
        java("17.0.15");
        tool("javac", "exit 0");

        // when
        Ended ended = launch(home.resolve("journey"), Map.of());

        // then
        assertThat(ended.code()).isEqualTo(21);
        assertThat(ended.err()).contains("Maven is missing; install Maven 3.8 or newer");
    }

    @Test
    void aMavenThatIsTooOldIsNamed() throws Exception {
        // given
        java("25");
        tool("javac", "exit 0");
        tool("mvn", "echo 'Apache Maven 3.6.3'");

        // when
        Ended ended = launch(home.resolve("journey"), Map.of());

        // then
        assertThat(ended.code()).isEqualTo(21);
        assertThat(ended.err()).contains("mvn is Maven 3.6; install Maven 3.8 or newer");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndWhereTheRestIs() throws Exception {
        // given
        java("17.0.15");
        tool("javac", "exit 0");
        tool(
                "mvn",
                "if [ \"$1\" = -version ]; then echo 'Apache Maven 3.8.7'; else echo '[ERROR] no network'; exit 1; fi");

        // when
        Ended ended = launch(home.resolve("journey"), Map.of());

        // then
        assertThat(ended.code()).isEqualTo(22);
        assertThat(ended.err()).contains("the build failed", "journey-build.log", "[ERROR] no network");
    }

    @Test
    void aBuiltProgramIsRunFromAnywhereAndThroughALink() throws Exception {
        // given
        java("17.0.15");
        Path classpath = home.resolve("journey-streams/target/journey.classpath");
        Files.createDirectories(classpath.getParent());
        Files.writeString(classpath, "the.jar");
        Path link = Files.createSymbolicLink(home.resolve("journey-link"), home.resolve("journey"));

        // when
        Ended ended = launch(link, Map.of("JOURNEY_JAVA_OPTS", "-Da=b"), "run", "--config", "my file");

        // then
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .containsSubsequence(
                        "-Da=b", "-cp", "the.jar", "io.journeystreams.cli.Journey", "run", "--config", "my file");
    }

    @Test
    void loadIsTheProgramOfAModuleOfItsOwn() throws Exception {
        // given
        java("17.0.15");
        Path classpath = home.resolve("load-test/target/journey.classpath");
        Files.createDirectories(classpath.getParent());
        Files.writeString(classpath, "load.jar");

        // when
        Ended ended = launch(home.resolve("journey"), Map.of(), "load", "faults", "--seed", "1");

        // then
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .containsSubsequence("-cp", "load.jar", "io.journeystreams.load.cli.Load", "faults", "--seed", "1")
                .doesNotContain("load");
    }

    @Test
    void microBenchmarksAreAnotherWithJmhsOwnProgram() throws Exception {
        // given
        java("17.0.15");
        Path classpath = home.resolve("load-test/jmh/target/journey.classpath");
        Files.createDirectories(classpath.getParent());
        Files.writeString(classpath, "jmh.jar");

        // when
        Ended ended = launch(home.resolve("journey"), Map.of(), "load", "jmh", "Codec", "-prof", "gc");

        // then
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines())
                .containsSubsequence("-cp", "jmh.jar", "org.openjdk.jmh.Main", "Codec", "-prof", "gc")
                .doesNotContain("load", "jmh");
    }

    /** A Java that tells its version, and otherwise prints its arguments. */
    private void java(String version) throws IOException {
        tool(
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                        + "\"' >&2; else printf '%s\\n' \"$@\"; fi");
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path which(String tool) {
        return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
    }
}
