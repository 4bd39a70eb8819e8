package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.local.broker.LocalBroker;
import io.journeystreams.local.registry.EmbeddedRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code run} as a process of its own, with a real broker. */
@Timeout(240)
class RunIT {

    private static final Pattern ADDRESS = Pattern.compile("metrics at (http://\\S+)");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path directory =
            Path.of("target", "run-it", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path file = directory.resolve("journey.yaml");
    private final Path out = directory.resolve("out");
    private final List<Process> processes = new ArrayList<>();

    private final LocalBroker broker = startBroker();
    private final EmbeddedRegistry registry = startRegistry();

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(file, """
                kafka: {bootstrapServers: '%s'}
                registry: {url: '%s'}
                streams: {stateDirectory: '%s', threads: 1}
                http: {port: 0}
                """.formatted(broker.bootstrapServers(), registry.url(), directory.resolve("state")));
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        broker.close();
        registry.close();
    }

    @Test
    void whatIsMissingEndsTheStartWithItsExitCode() throws Exception {
        // when
        Run withoutSchemas = Run.journey("run", "--config", file.toString());
        Run.journey("schemas", "register", "--config", file.toString());
        Run withoutTopics = Run.journey("run", "--config", file.toString());
        Run.journey("topics", "create", "--partitions", "1", "--config", file.toString());
        Run takenPort = runOnTakenPort();
        Run.journey("topics", "create", "--config", file.toString());
        Run unwritable = Run.journey("run", "--config", file.toString(), "--set", "streams.stateDirectory=/proc/state");

        // then
        assertThat(withoutSchemas.code()).isEqualTo(ExitCode.SCHEMAS.code());
        assertThat(withoutTopics.code()).isEqualTo(ExitCode.TOPICS.code());
        assertThat(takenPort.code()).as(takenPort.err()).isEqualTo(ExitCode.HTTP.code());
        assertThat(takenPort.errorLines()).singleElement().asString().contains("cannot listen on 127.0.0.1:");
        assertThat(unwritable.code()).isEqualTo(ExitCode.STATE_DIRECTORY.code());
        assertThat(unwritable.errorLines()).singleElement().asString().contains("/proc/state");
    }

    @Test
    void itBecomesReadyAndStopsWithZeroWhenAsked() throws Exception {
        // given
        prepare();

        // when
        Process process = start();
        String address = awaitReady(process);

        // then
        assertThat(get(address + "/live")).isEqualTo("200 live\n");
        assertThat(get(address + "/status")).contains("\"state\":\"RUNNING\"", "\"ready\":true");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(get(address + "/metrics"))
                .contains("journey_watermarks_total", "kafka_stream_", "jvm_memory_used_bytes"));

        // when
        process.destroy();

        // then
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed()).isZero();
        assertThat(printed()).contains("configuration ", "schemas ", "topics ", "processor ", "stopped");
    }

    @Test
    void itEndsWithItsOwnExitCodeWhenItCannotGoOn() throws Exception {
        // given
        prepare();
        Process process = start();
        awaitReady(process);

        // when
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteTopics(List.of("journey.journal")).all().get(30, TimeUnit.SECONDS);
        }

        // then
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).as(printed()).isTrue();
        assertThat(process.exitValue()).as(printed()).isEqualTo(ExitCode.STREAM_THREAD.code());
        assertThat(printed()).contains("journey: the processor gave up");
    }

    private void prepare() {
        assertThat(Run.journey("schemas", "register", "--config", file.toString())
                        .code())
                .isZero();
        assertThat(Run.journey("topics", "create", "--partitions", "1", "--config", file.toString())
                        .code())
                .isZero();
    }

    private Run runOnTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Run.journey("run", "--config", file.toString(), "--set", "http.port=" + taken.getLocalPort());
        }
    }

    private Process start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Journey.class.getName(),
                        "run",
                        "--config",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        processes.add(process);
        return process;
    }

    private String awaitReady(Process process) {
        return await().atMost(START_LIMIT).until(() -> addressIfReady(process), address -> !address.isEmpty());
    }

    private String addressIfReady(Process process) throws Exception {
        assertThat(process.isAlive()).as(printed()).isTrue();
        Matcher matcher = ADDRESS.matcher(printed());
        return matcher.find() && get(matcher.group(1) + "/ready").equals("200 ready\n") ? matcher.group(1) : "";
    }

    private String printed() throws IOException {
        return Files.readString(out);
    }

    private static String get(String address) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private LocalBroker startBroker() {
        return LocalBroker.start(directory.resolve("broker"));
    }

    private static EmbeddedRegistry startRegistry() {
        try {
            return EmbeddedRegistry.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
