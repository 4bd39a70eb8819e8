package io.journeystreams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExplainCommandTest {

    private static final String TOKEN = "a-token-of-this-test";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whereNobodyAnswersItAsksWhetherTheProcessorRuns() throws IOException {
        // when
        Run run = explain("a:d1", "--url", "http://127.0.0.1:1");

        // then
        assertThat(run.code()).isEqualTo(ExitCode.PROCESSOR.code());
        assertThat(run.errorLines())
                .singleElement()
                .asString()
                .contains("no processor answers at http://127.0.0.1:1", "journey run", "--url");
    }

    @Test
    void withoutATokenItSaysWhereToSetIt() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("journey.yaml"), "tenant: shop\n");

        // when
        Run run = Run.journey("explain", "a:d1", "--config", file.toString());

        // then
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(run.errorLines()).singleElement().asString().contains("http.token", "JOURNEY_HTTP_TOKEN");
    }

    @Test
    void whatIsNoProfileOrNoAddressIsWrongUsage() throws IOException {
        assertThat(explain("d1").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(explain("d1").err()).contains("a profile is c: and a customer id");
        assertThat(explain("a:d1", "--url", "not an address").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void anotherServerThanOursIsNoticed() throws IOException {
        // given
        try (Answering server = new Answering(Map.of("/", "<html>"))) {
            // when
            Run run = explain("a:d1", "--url", server.url());

            // then
            assertThat(run.code()).isEqualTo(ExitCode.PROCESSOR.code());
            assertThat(run.err()).contains("not as a processor");
        }
    }

    @Test
    void itFollowsADeviceToItsCustomerAndNotInACircle() throws IOException {
        // given
        try (Answering server = new Answering(Map.of(
                "/profiles/a%3Ad1/decisions", "{\"profile\":\"a:d1\",\"goesOnIn\":\"c:1\"}",
                "/profiles/c%3A1/decisions", "{\"profile\":\"c:1\",\"goesOnIn\":\"a:d1\"}"))) {
            // when
            Run run = explain("a:d1", "--url", server.url() + "/");

            // then
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("a:d1, ", "goes on in c:1", "c:1, ");
            assertThat(server.authorizations).containsExactly("Bearer " + TOKEN, "Bearer " + TOKEN);
        }
    }

    private Run explain(String... arguments) throws IOException {
        Path file = Files.writeString(directory.resolve("journey.yaml"), "http: {token: " + TOKEN + "}\n");
        List<String> all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", file.toString()));
        return Run.journey(all.toArray(String[]::new));
    }

    /** Answers by path, and notes who was let in. */
    private static final class Answering implements AutoCloseable {

        private final HttpServer server;
        private final List<String> authorizations = new ArrayList<>();

        Answering(Map<String, String> bodies) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                byte[] body = bodies.getOrDefault(exchange.getRequestURI().getRawPath(), bodies.getOrDefault("/", "{}"))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
