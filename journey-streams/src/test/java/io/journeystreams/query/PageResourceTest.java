package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.observe.Health;
import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.observe.JourneyMeters;
import io.journeystreams.observe.ObservationServer;
import io.journeystreams.observe.RestoreProgress;
import io.journeystreams.observe.StatusReport;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files over HTTP: which there are, what is said with them, and that nothing else is to be had under their path. */
@Timeout(60)
class PageResourceTest {

    private static final Pattern NAMED = Pattern.compile("(?:/page/|'\\./)([\\w.-]+)['\"]");
    private static final int SOON_MS = 5_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObservationServer server = serve();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8, <!doctype html>",
        "/page/page.css, text/css; charset=utf-8, /*",
        "/page/main.js, text/javascript; charset=utf-8, /**",
        "/page/icon.svg, image/svg+xml, <svg",
        "/page/echarts.min.js, text/javascript; charset=utf-8, Apache"
    })
    void filesAreServedAsWhatTheyAre(String path, String type, String contained) throws Exception {
        // when
        HttpResponse<String> answer = get(path);

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo(type);
        assertThat(answer.body()).contains(contained);
    }

    @Test
    void nothingButItsOwnFilesMayRunAndNobodyHearsOfIt() throws Exception {
        for (String path : List.of("/", "/page/main.js", "/page/echarts.min.js")) {
            // when
            HttpResponse<String> answer = get(path);

            // then
            assertThat(header(answer, "content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "trusted-types")
                    .doesNotContain("unsafe", "*");
            assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
        }
    }

    @Test
    void whatTheClientHasIsNotSentAgain() throws Exception {
        // given
        String version = header(get("/page/echarts.min.js"), "etag");

        // when
        HttpResponse<String> again = get("/page/echarts.min.js", "If-None-Match", "\"other\", " + version);

        // then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "etag")).isEqualTo(version);
        assertThat(get("/page/echarts.min.js", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsLargeIsPackedForThoseWhoTakeIt() throws Exception {
        // when
        byte[] plain = bytes("identity");
        byte[] packed = bytes("br, gzip");

        // then
        assertThat(packed.length).isLessThan(plain.length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(plain);
        assertThat(bytes("gzip;q=0")).isEqualTo(plain);
    }

    @Test
    void headSaysTheSameWithoutTheFile() throws Exception {
        // when
        HttpResponse<String> head =
                client.send(request("/").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        // then
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "content-length"))
                .isEqualTo(String.valueOf(get("/").body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/",
                "/page",
                "/page/nothing.js",
                "/page/page-headers.properties",
                "/page/../openapi.json",
                "/page/..%2Fopenapi.json",
                "/page/%2e%2e/openapi.json",
                "/page/..;/openapi.json",
                "/page//etc/passwd",
                "/page/main.js/",
                "/page/main.js%00.css",
                "/page/MAIN.JS",
                "/index.html",
                "//",
                "/x"
            })
    void nothingElseIsToBeHad(String path) throws Exception {
        // given
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(SOON_MS);

            // when
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // then
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("paths", "root:", "import");
        }
    }

    /** A file that is not listed would be missing in the browser, and one that is no more would fail when it is asked for. */
    @Test
    void everyFileOfThePageIsListedAndServed() throws Exception {
        // given
        Set<String> files;
        try (Stream<Path> all = Files.list(directory())) {
            files = all.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(HashSet::new));
        }
        files.add("echarts.min.js");

        // then
        assertThat(PageResource.FILES).isEqualTo(files);
        for (String name : files) {
            assertThat(get("/page/" + name).statusCode()).as(name).isEqualTo(200);
        }
    }

    @Test
    void whatTheFilesNameIsThere() throws Exception {
        for (String name : PageResource.FILES) {
            if (!name.equals("echarts.min.js")) {
                assertThat(PageResource.FILES)
                        .as(name)
                        .containsAll(NAMED.matcher(get("/page/" + name).body())
                                .results()
                                .map(found -> found.group(1))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/, true", "/page/main.js, true", "/page, false", "/map, false", "/profiles/c:1, false", "/live, false"
    })
    void itTakesNothingThatIsAskedOfOthers(String path, boolean isServed) {
        assertThat(new PageResource().serves(path)).isEqualTo(isServed);
    }

    @Test
    void aReaderTakesNothingFromTheNext() {
        // given
        PageResource page = new PageResource();
        HttpAnswer first = page.get(HttpQuestion.of("/", Optional.empty()));

        // when
        first.bytes().position(10);

        // then
        assertThat(page.get(HttpQuestion.of("/", Optional.empty())).body()).isEqualTo(first.body());
    }

    private static Path directory() throws Exception {
        Path index = Path.of(Objects.requireNonNull(PageResource.class.getResource("page/index.html"))
                .toURI());
        return Objects.requireNonNull(index.getParent());
    }

    private byte[] bytes(String encoding) throws Exception {
        HttpRequest request = request("/page/echarts.min.js")
                .header("Accept-Encoding", encoding)
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static ObservationServer serve() {
        Health health = new Health(() -> KafkaStreams.State.RUNNING, new RestoreProgress(), Optional::empty);
        JourneyMeters meters = new JourneyMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> 0);
        try {
            return ObservationServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    health,
                    () -> "up 1\n",
                    new StatusReport("journey", "0123", health, meters, Instant.EPOCH),
                    List.of(new PageResource()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
