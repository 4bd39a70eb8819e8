package io.journeystreams.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program that operators render overlays with; it asks no cluster for that. */
final class Kubectl {

    private static final int OLDEST_MINOR = 21;
    private static final long LIMIT_SECONDS = 60;

    private Kubectl() {}

    /** What is applied to a cluster; a test without a usable kubectl is skipped, and says so. */
    static String kustomize(Path overlay) throws IOException, InterruptedException {
        assumeUsable();
        return run("kubectl", "kustomize", overlay.toString());
    }

    private static void assumeUsable() throws IOException, InterruptedException {
        String missing = "NOT CHECKED: the rendered overlays, because there is no kubectl 1." + OLDEST_MINOR
                + " or newer; install one (Debian 13: apt-get install kubernetes-client; that of Debian 12 is too old)";
        boolean isUsable = isThere() && minor() >= OLDEST_MINOR;
        if (!isUsable) {
            System.err.println(missing);
        }
        assumeTrue(isUsable, missing);
    }

    private static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
    }

    private static int minor() throws IOException, InterruptedException {
        String minor = JsonMapper.builder()
                .build()
                .readTree(run("kubectl", "version", "--client", "--output=json"))
                .path("clientVersion")
                .path("minor")
                .asText();
        return Integer.parseInt(minor.replaceAll("\\D", ""));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("kubectl", ".out");
        Path err = Files.createTempFile("kubectl", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("kubectl ends in time")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            return Files.readString(out);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
