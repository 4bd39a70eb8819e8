package io.journeystreams.local.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real Apicurio registry as a process of its own, on 127.0.0.1, in memory. Needs the unpacked
 * {@code io.apicurio:apicurio-registry-app} (tar.gz, classifier {@code all}) and a JDK of at least {@value #JAVA_MAJOR}.
 */
public final class ApicurioRegistry implements AutoCloseable {

    /** The oldest Java that Apicurio 3.3 runs on. */
    public static final int JAVA_MAJOR = 21;

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL_EVERY = Duration.ofMillis(100);
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final Path log;
    private String url = "";

    private ApicurioRegistry(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it on a free port and waits until it answers.
     *
     * @param home the folder that holds {@code quarkus-run.jar}
     * @param javaHome a JDK of at least {@value #JAVA_MAJOR}, for example from {@link InstalledJdks#newest}
     * @param log receives what the process prints
     * @throws IOException if it cannot be started, dies, or does not answer within 180 s; nothing is left running
     */
    public static ApicurioRegistry start(Path home, Path javaHome, Path log) throws IOException {
        Process process = new ProcessBuilder(
                        InstalledJdks.javaCommand(javaHome).toString(),
                        "-Xmx512m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0",
                        "-jar",
                        home.resolve("quarkus-run.jar").toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ApicurioRegistry registry = new ApicurioRegistry(process, log);
        Thread atExit = new Thread(process::destroyForcibly, "stop-apicurio");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            registry.awaitReady();
            return registry;
        } catch (IOException | RuntimeException failed) {
            registry.close();
            throw failed;
        }
    }

    /** Base address of its Confluent-compatible API, for clients, without a slash at its end. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        if (!exitsWithin(STOPPED_WITHIN)) {
            process.destroyForcibly();
            exitsWithin(STOPPED_WITHIN);
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> candidate = addressInLog().map(address -> address + "/apis/ccompat/v7");
            if (candidate.isPresent() && answers(candidate.get())) {
                url = candidate.get();
                return;
            }
            if (exitsWithin(POLL_EVERY)) {
                throw new IOException("Apicurio ended with exit code " + process.exitValue() + "; see " + log);
            }
        }
        throw new IOException("Apicurio did not answer within " + READY_WITHIN.toSeconds() + " s; see " + log);
    }

    private Optional<String> addressInLog() throws IOException {
        Matcher address = ADDRESS.matcher(Files.readString(log));
        return address.find() ? Optional.of(address.group(1)) : Optional.empty();
    }

    private static boolean answers(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpClient client = HttpClient.newHttpClient();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for Apicurio", interrupted));
        }
    }

    private boolean exitsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return true;
        }
    }
}
