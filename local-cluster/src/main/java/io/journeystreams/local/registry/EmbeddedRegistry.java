package io.journeystreams.local.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A schema registry in this process, in memory, on 127.0.0.1 only, that speaks Confluent's REST API: any client of a Confluent
 * registry can use it. For demos and tests: it forgets everything at the end, has no authentication, and refuses what it does
 * not do (schema references, types other than Avro, modes other than READWRITE) with Confluent's error codes.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int THREADS = 4;

    /** A setting of the JDK's server, read when its first one is made: without it an answer waits 40 ms for the client's acknowledgement of its head. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    static {
        System.setProperty(NO_DELAY, "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final RegistryRoutes routes;
    private final AtomicLong requests = new AtomicLong();
    private final ObjectMapper json = new ObjectMapper();

    private EmbeddedRegistry(HttpServer server, SchemaStore store) {
        this.server = server;
        this.routes = new RegistryRoutes(store);
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "embedded-registry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts an empty registry.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static EmbeddedRegistry start(int port) throws IOException {
        return start(port, new SchemaStore());
    }

    /** Starts a registry that serves what is in the store: the one of a registry closed before, for an outage. */
    public static EmbeddedRegistry start(int port, SchemaStore store) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        EmbeddedRegistry registry = new EmbeddedRegistry(server, store);
        server.setExecutor(registry.threads);
        server.createContext("/", registry::handle);
        server.start();
        return registry;
    }

    /** Base address for clients, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Requests answered so far, refusals included. */
    public long requestsServed() {
        return requests.get();
    }

    /** Stops at once; connections in use are cut. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            try {
                respond(exchange, 200, routes.answer(RegistryRequest.read(exchange)));
            } catch (RegistryRefusal refusal) {
                respond(exchange, refusal.status(), error(refusal.errorCode(), String.valueOf(refusal.getMessage())));
            } catch (RuntimeException bug) {
                respond(exchange, 500, error(50001, "Error in the embedded registry: " + bug));
            }
        }
    }

    private static Map<String, Object> error(int code, String message) {
        return Map.of("error_code", code, "message", message);
    }

    private void respond(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
