package io.journeystreams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.local.registry.SchemaStore;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.Decoded.Undecodable;
import io.journeystreams.registry.Decoded.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the serde makes of a registry that is away, broken, or unwilling. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RegistryConnectionTest {

    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2));
    private static final byte[] FRAMED = {0, 0, 0, 0, 7, 2, 3};

    private @Nullable HttpServer stub;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<String> authorization = new AtomicReference<>("");

    @AfterEach
    void stop() {
        if (stub != null) {
            stub.stop(0);
        }
    }

    @Test
    void aRegistryThatIsAwayIsNoBadDataAndTheSameBytesDecodeOnceItIsBack() throws IOException {
        // given
        SchemaStore store = new SchemaStore();
        EmbeddedRegistry first = EmbeddedRegistry.start(0, store);
        int port = first.port();
        RegistryConnection registry = open(first.url(), Map.of());
        byte[] bytes =
                Objects.requireNonNull(new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.REGISTER)
                        .serialize("t", Samples.mugAdded()));
        AvroPayloadDecoder<ClickstreamEvent> decoder = decoder(open(first.url(), Map.of()));
        first.close();

        // when, then
        assertThatThrownBy(() -> decoder.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);
        try (EmbeddedRegistry second = EmbeddedRegistry.start(port, store)) {
            assertThat(second.url()).isEqualTo(first.url());
            assertThat(decoder.decode(bytes)).isInstanceOf(Value.class);
        }
        assertThat(decoder.decode(bytes)).isInstanceOf(Value.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void aFaultOfTheRegistryIsTriedAgainAndThenThrown(int status) throws IOException {
        // given
        RegistryConnection registry =
                open(answering(status, "{\"error_code\":50001,\"message\":\"broken\"}"), Map.of());

        // when, then
        assertThatThrownBy(() -> decoder(registry).decode(FRAMED))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("after 3 attempts");
        assertThat(requests).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aRefusalIsNeitherBadDataNorTriedAgain(int status) throws IOException {
        // given
        RegistryConnection registry = open(answering(status, "<html>wrong door</html>"), Map.of());

        // when, then
        assertThatThrownBy(() -> decoder(registry).decode(FRAMED))
                .isInstanceOfSatisfying(RegistryRefusedException.class, refused -> assertThat(refused.status())
                        .isEqualTo(status));
        assertThat(requests).hasValue(1);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsNotTriedAgain() throws IOException {
        // given
        RegistryConnection registry =
                open(answering(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}"), Map.of());

        // when
        Decoded<ClickstreamEvent> decoded = decoder(registry).decode(FRAMED);

        // then
        assertThat(decoded)
                .isEqualTo(new Undecodable<>(UndecodableReason.UNKNOWN_SCHEMA_ID, "schema id 7 is not registered"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aSchemaThatIsNoAvroIsBadData() throws IOException {
        // given
        RegistryConnection registry = open(
                answering(200, "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"type\\\":\\\"object\\\"}\"}"), Map.of());

        // when
        Decoded<ClickstreamEvent> decoded = decoder(registry).decode(FRAMED);

        // then
        assertThat(decoded)
                .isEqualTo(new Undecodable<>(UndecodableReason.WRONG_SCHEMA, "schema id 7: it is no Avro schema"));
    }

    @Test
    void userAndPasswordReachTheRegistry() throws IOException {
        // given
        String url = answering(404, "{\"error_code\":40403,\"message\":\"no\"}");
        RegistryConnection registry =
                open(url, Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:secret"));

        // when
        decoder(registry).decode(FRAMED);

        // then
        assertThat(authorization).hasValue("Basic YW5uOnNlY3JldA==");
    }

    @Test
    void aBearerTokenReachesTheRegistry() throws IOException {
        // given
        String url = answering(404, "{\"error_code\":40403,\"message\":\"no\"}");
        RegistryConnection registry =
                open(url, Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken"));

        // when
        decoder(registry).decode(FRAMED);

        // then
        assertThat(authorization).hasValue("Bearer t0ken");
    }

    @Test
    void aSerializerAsksOncePerTopic() throws IOException {
        try (EmbeddedRegistry server = EmbeddedRegistry.start(0)) {
            // given
            AvroSerializer<ClickstreamEvent> serializer =
                    new AvroSerializer<>(ClickstreamEvent.class, open(server.url(), Map.of()), SchemaSource.REGISTER);

            // when
            for (int round = 0; round < 100; round++) {
                serializer.serialize("t", Samples.mugAdded());
                serializer.serialize("u", Samples.mugAdded());
            }

            // then
            assertThat(server.requestsServed()).isEqualTo(2);
        }
    }

    @Test
    void theAddressMustBeGiven() {
        assertThatThrownBy(() -> RegistryConnection.open(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("schema.registry.url must name the registry");
    }

    @Test
    void pausesDoubleUpToTheLargest() {
        // given
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(200), Duration.ofSeconds(1));

        // then
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(policy::pauseAfter).map(Duration::toMillis))
                .containsExactly(200L, 400L, 800L, 1000L, 1000L);
    }

    private static RegistryConnection open(String url, Map<String, String> more) {
        Map<String, Object> configs = new HashMap<>(more);
        configs.put(RegistryConnection.URL, url);
        return RegistryConnection.open(configs, QUICK);
    }

    private static AvroPayloadDecoder<ClickstreamEvent> decoder(RegistryConnection registry) {
        return new AvroPayloadDecoder<>(ClickstreamEvent.class, new WriterSchemas(registry));
    }

    private String answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.incrementAndGet();
                authorization.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        stub = server;
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
