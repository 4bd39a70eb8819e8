package io.journeystreams.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves health, metrics, status and more over HTTP, to readers only. */
public final class ObservationServer implements AutoCloseable {

    /** More than questions that take their time are answered at once, so that health always answers. */
    private static final int THREADS = 4;

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

    /**
     * @param metrics in the text format of Prometheus
     * @param resources what is served besides
     * @throws IOException if the address is taken or not ours
     */
    public static ObservationServer start(
            InetSocketAddress address,
            Health health,
            Supplier<String> metrics,
            StatusReport status,
            List<HttpResource> resources)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, ObservationServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, "", () -> HttpAnswer.text(NOT_FOUND, "not found")));
        serve(server, "/live", () -> probe(health.notLive(), "live"));
        serve(server, "/ready", () -> probe(health.notReady(), "ready"));
        serve(server, "/metrics", () -> new HttpAnswer(OK, "text/plain; version=0.0.4; charset=utf-8", metrics.get()));
        serve(server, "/status", () -> new HttpAnswer(OK, "application/json", status.json()));
        resources.forEach(resource -> server.createContext(
                resource.prefix(), exchange -> answer(exchange, "", () -> ask(resource, exchange))));
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

    private static void serve(HttpServer server, String path, Supplier<HttpAnswer> answer) {
        server.createContext(path, exchange -> answer(exchange, path, answer));
    }

    private static HttpAnswer ask(HttpResource resource, HttpExchange exchange) {
        return resource.get(
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    private static HttpAnswer probe(Optional<String> problem, String good) {
        return problem.map(reason -> HttpAnswer.text(UNAVAILABLE, reason)).orElseGet(() -> HttpAnswer.text(OK, good));
    }

    private static void answer(HttpExchange exchange, String path, Supplier<HttpAnswer> supplier) throws IOException {
        try (exchange) {
            HttpAnswer answer = answerTo(exchange, path, supplier);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), isHead ? -1 : body.length);
            if (!isHead) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static HttpAnswer answerTo(HttpExchange exchange, String path, Supplier<HttpAnswer> answer) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return HttpAnswer.text(METHOD_NOT_ALLOWED, "only GET");
        }
        String asked = exchange.getRequestURI().getPath();
        return path.isEmpty() || asked.equals(path) ? answer.get() : HttpAnswer.text(NOT_FOUND, "not found");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "observation");
        thread.setDaemon(true);
        return thread;
    }
}
