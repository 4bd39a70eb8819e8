package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.domain.profile.ProfileState;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.observe.Health;
import io.journeystreams.observe.JourneyMeters;
import io.journeystreams.observe.ObservationServer;
import io.journeystreams.observe.RestoreProgress;
import io.journeystreams.observe.StatusReport;
import io.journeystreams.query.AccessToken;
import io.journeystreams.query.AlertFeed;
import io.journeystreams.query.AlertsResource;
import io.journeystreams.query.FeedAlerts;
import io.journeystreams.query.Gate;
import io.journeystreams.query.MapInMemory;
import io.journeystreams.query.MapResource;
import io.journeystreams.query.Peers;
import io.journeystreams.query.ProfileLookup;
import io.journeystreams.query.ProfilesResource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault S2: what the query API tells to those who may not ask, and what clients can do to the server. */
@Timeout(60)
class S2QueryApiTest {

    private static final String SECRET = "0123456789abcdef";
    private static final String KNOWN = "c:known";
    private static final int MANY = 1_100;
    private static final int LARGE_PAGE = 4_000_000;
    private static final int SOON_MS = 5_000;

    private final Set<String> lookedUp = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newHttpClient();
    private final MapInMemory map = new MapInMemory(0, Set.of());
    private final AlertFeed feed = new AlertFeed();
    private final ObservationServer server = start(Optional.of(new AccessToken(SECRET)));
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer 0123456789abcdeX", "Basic " + SECRET, "Bearer"})
    void whoMayNotAskSeesNoDifferenceBetweenProfiles(String authorization) throws Exception {
        // when
        String known = whole(get("/profiles/c:known/decisions", authorization));
        String unknown = whole(get("/profiles/c:unknown/decisions", authorization));
        String noKey = whole(get("/profiles/nothing/decisions", authorization));
        String list = whole(get("/profiles/", authorization));

        // then
        assertThat(known).startsWith(authorization.isEmpty() ? "401 " : "403 ");
        assertThat(List.of(unknown, noKey, list)).containsOnly(known);
        assertThat(lookedUp).as("what is not looked up takes no time").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/profiles", "/profiles/", "/profiles//decisions", "/profiles/*/decisions", "/profiles?all"})
    void nobodyGetsAListOfProfiles(String path) throws Exception {
        // when
        HttpResponse<String> answer = get(path, "Bearer " + SECRET);

        // then
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain(KNOWN);
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer 0123456789abcdeX", "Basic " + SECRET, "Bearer"})
    void whoMayNotAskLearnsNothingOfTheMap(String authorization) throws Exception {
        // when
        String map = whole(get("/map", authorization));
        String noPeriod = whole(get("/map?from=yesterday", authorization));
        String alerts = whole(get("/alerts", authorization));
        String noFeed = whole(get("/alerts?limit=0", authorization));

        // then
        assertThat(map).startsWith(authorization.isEmpty() ? "401 " : "403 ");
        assertThat(List.of(noPeriod, alerts, noFeed)).containsOnly(map);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/map", "/alerts", "/profiles/c:known"})
    void withoutAConfiguredTokenNobodyIsAnswered(String path) throws Exception {
        try (ObservationServer closed = start(Optional.empty())) {
            for (String authorization : List.of("Bearer", "Bearer " + SECRET)) {
                // when
                HttpResponse<String> answer = get(closed, path, authorization);

                // then
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).contains("NOT_SERVED", "http.token");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/map", "/map?from=1970-01-01T00:00:00Z", "/alerts", "/map/", "/alerts/", "/maps"})
    void whatIsToldOfAllNamesNobodyAndNothingThatSomebodyWrote(String path) throws Exception {
        // given
        feed.add(FeedAlerts.alert("alert-1", 1, 1_774_000_000_000L));
        map.count(ProfileKey.ofCustomer(FeedAlerts.MARKER), List.of(aMissionBegins()));

        // when
        HttpResponse<String> answer = get(path, "Bearer " + SECRET);

        // then
        boolean isServed = path.matches("/(map|alerts)(\\?.*)?");
        assertThat(answer.statusCode()).isEqualTo(isServed ? 200 : 404);
        assertThat(answer.body()).doesNotContain(FeedAlerts.MARKER);
        if (isServed) {
            assertThat(answer.body()).contains(path.startsWith("/map") ? "\"started\":1" : "alert-1");
        }
    }

    private static MapCount aMissionBegins() {
        return new MapCount(
                1_774_000_000_000L,
                MapSlice.WHOLE,
                new MapLine(MapSeries.MISSION, "", "AWARENESS"),
                1,
                false,
                OptionalLong.empty(),
                Optional.empty());
    }

    @Test
    void whoMayAskIsAnsweredWhateverTheIdHolds() throws Exception {
        assertThat(get("/profiles/c:known/decisions", "Bearer " + SECRET).statusCode())
                .isEqualTo(200);
        assertThat(get("/profiles/c:a%2Fb%2E%2E%3B%25%3F/decisions", "Bearer " + SECRET)
                        .statusCode())
                .isEqualTo(404);
        assertThat(lookedUp).containsExactlyInAnyOrder(KNOWN, "c:a/b..;%?");
    }

    @Test
    void theNewestOfTooManyConnectionsIsAnsweredAndTheOldestGoes() throws Exception {
        // given
        Socket oldest = connect();
        oldest.getOutputStream().write("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(statusOf(oldest)).as("it was opened before the others").isEqualTo("HTTP/1.1 200");
        for (int i = 0; i < MANY; i++) {
            connect().getOutputStream().write("GET /live HT".getBytes(StandardCharsets.UTF_8));
        }

        // then
        assertThat(get("/live", "").body()).isEqualTo("live\n");
        assertThat(isClosedSoon(oldest)).isTrue();

        // when
        Socket newest = sockets.get(MANY);
        newest.getOutputStream().write("TP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(statusOf(newest)).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void clientsThatDoNotReadTheirAnswerHoldNobodyUp() throws Exception {
        // given
        for (int i = 0; i < 50; i++) {
            Socket reader = connect();
            reader.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }

        // then
        assertThat(get("/live", "").body()).isEqualTo("live\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /live HTTP/1.1\r\nHost: x\r\ncanary\0: x\r\n\r\n",
                "GET /%zzcanary HTTP/1.1\r\nHost: x\r\n\r\n",
                "canary\r\n\r\n",
                "GET /canary HTTP/1.1\r\nTransfer-Encoding: canary\r\nHost: x\r\n\r\n"
            })
    void whatIsNoRequestIsNotRepeated(String request) throws Exception {
        // given
        Socket socket = connect();
        socket.setSoTimeout(SOON_MS);

        // when
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("canary").doesNotContainIgnoringCase("jetty");
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() throws Exception {
        // given
        Socket socket = connect();

        // when
        socket.getOutputStream()
                .write(("GET /live HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(statusOf(socket)).isEqualTo("HTTP/1.1 431");
    }

    private static String statusOf(Socket socket) throws IOException {
        socket.setSoTimeout(SOON_MS);
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.UTF_8);
    }

    /** After what it was still sent. */
    private static boolean isClosedSoon(Socket socket) throws IOException {
        socket.setSoTimeout(SOON_MS);
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort());
        sockets.add(socket);
        return socket;
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        return get(server, path, authorization);
    }

    private HttpResponse<String> get(ObservationServer asked, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + asked.address().getPort() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Everything that a client sees but the time of day. */
    private static String whole(HttpResponse<String> response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers().map());
        headers.remove("date");
        return response.statusCode() + " " + headers + " " + response.body();
    }

    private ProfileLookup lookUp(ProfileKey profile) {
        lookedUp.add(profile.value());
        return profile.value().equals(KNOWN)
                ? new ProfileLookup.Found(ProfileState.empty(profile), JournalClock.STOPPED)
                : new ProfileLookup.Unknown();
    }

    private ObservationServer start(Optional<AccessToken> token) {
        Gate gate = new Gate(token);
        Health health = new Health(() -> KafkaStreams.State.RUNNING, new RestoreProgress(), Optional::empty);
        JourneyMeters meters = new JourneyMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> 0);
        ProfilesResource profiles =
                new ProfilesResource(gate, this::lookUp, EnginePolicy.defaults(), new Peers(), Optional::empty);
        String largePage = "x".repeat(LARGE_PAGE);
        try {
            return ObservationServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    health,
                    () -> largePage,
                    new StatusReport("journey", "0123", health, meters, Instant.EPOCH),
                    List.of(
                            profiles,
                            new MapResource(gate, map, EnginePolicy.defaults(), new Peers(), Optional::empty),
                            new AlertsResource(gate, feed, map, new Peers())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
