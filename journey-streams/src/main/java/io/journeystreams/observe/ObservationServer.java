package io.journeystreams.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves health, metrics and status over HTTP, to readers only. */
public final class ObservationServer implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads;

    private ObservationServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    private record Answer(int status, String contentType, String body) {

        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body + "\n");
        }
    }

    /**
     * @param metrics in the text format of Prometheus
     * @throws IOException if the address is taken or not ours
     */
    public static ObservationServer start(
            InetSocketAddress address, Health health, Supplier<String> metrics, StatusReport status)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, ObservationServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, "", () -> Answer.text(NOT_FOUND, "not found")));
        serve(server, "/live", () -> probe(health.notLive(), "live"));
        serve(server, "/ready", () -> probe(health.notReady(), "ready"));
        serve(server, "/metrics", () -> new Answer(OK, "text/plain; version=0.0.4; charset=utf-8", metrics.get()));
        serve(server, "/status", () -> new Answer(OK, "application/json", status.json()));
        server.start();
        return new ObservationServer(server, threads);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpServer server, String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> answer(exchange, path, answer));
    }

    private static Answer probe(Optional<String> problem, String good) {
        return problem.map(reason -> Answer.text(UNAVAILABLE, reason)).orElseGet(() -> Answer.text(OK, good));
    }

    private static void answer(HttpExchange exchange, String path, Supplier<Answer> supplier) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange, path, supplier);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), isHead ? -1 : body.length);
            if (!isHead) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static Answer answerTo(HttpExchange exchange, String path, Supplier<Answer> answer) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Answer.text(METHOD_NOT_ALLOWED, "only GET");
        }
        String asked = exchange.getRequestURI().getPath();
        return path.isEmpty() || asked.equals(path) ? answer.get() : Answer.text(NOT_FOUND, "not found");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "observation");
        thread.setDaemon(true);
        return thread;
    }
}
