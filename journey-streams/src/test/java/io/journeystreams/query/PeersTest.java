package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.journeystreams.observe.HttpAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a question that is passed on to the instance that keeps the profile. */
@Timeout(30)
class PeersTest {

    private static final String PATH = "/profiles/c%3A1/timeline?limit=3";

    @ParameterizedTest
    @CsvSource({
        "200, application/json, 200",
        "404, application/json, 404",
        "503, application/json, 503",
        "200, text/html, 502 PEER_UNREACHABLE",
        "302, text/html, 502 PEER_UNREACHABLE",
        "401, application/json, 502 PEER_REFUSES",
        "403, application/json, 502 PEER_REFUSES",
        "421, application/json, 503 NOT_READY"
    })
    void itsAnswerIsOursIfItIsOne(int status, String type, String expected) throws Exception {
        // given
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Journey-Forwarded"));
            answer(exchange, status, type);
        });
        peer.start();
        try {
            // when
            HttpAnswer answer = new Peers().ask("127.0.0.1:" + peer.getAddress().getPort(), PATH, "Bearer x");

            // then
            assertThat(asked).containsExactly(PATH + " Bearer x 1");
            assertThat(answer.status() + answer.body())
                    .startsWith(expected.substring(0, 3))
                    .contains(expected.length() > 3 ? expected.substring(4) : "the peer's");
        } finally {
            peer.stop(0);
        }
    }

    @Test
    void oneThatIsSilentIsNotWaitedForLong() throws Exception {
        // given
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // when
            HttpAnswer answer = new Peers().ask("127.0.0.1:" + silent.getLocalPort(), PATH, "Bearer x");

            // then
            assertThat(answer.status() + answer.body()).startsWith("504").contains("PEER_SILENT");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type) throws IOException {
        byte[] body = "{\"from\":\"the peer's\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
