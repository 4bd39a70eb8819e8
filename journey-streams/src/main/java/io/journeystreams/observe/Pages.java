package io.journeystreams.observe;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What is served, by path. */
final class Pages extends Handler.Abstract {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Map<String, Supplier<HttpAnswer>> pages;
    private final List<HttpResource> resources;

    Pages(Health health, Supplier<String> metrics, StatusReport status, List<HttpResource> resources) {
        this.pages = Map.of(
                "/live", () -> probe(health.notLive(), "live"),
                "/ready", () -> probe(health.notReady(), "ready"),
                "/metrics", () -> new HttpAnswer(OK, "text/plain; version=0.0.4; charset=utf-8", metrics.get()),
                "/status", () -> new HttpAnswer(OK, "application/json", status.json()));
        this.resources = List.copyOf(resources);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpAnswer answer = answerTo(request);
        ByteBuffer body = answer.bytes();
        response.setStatus(answer.status());
        if (answer.status() != NOT_MODIFIED) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        }
        answer.headers().forEach(response.getHeaders()::put);
        // nobody waits here until the client has read it
        response.write(true, request.getMethod().equals("HEAD") ? NOTHING : body, callback);
        return true;
    }

    private HttpAnswer answerTo(Request request) {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return HttpAnswer.text(METHOD_NOT_ALLOWED, "only GET");
        }
        String path = request.getHttpURI().getPath();
        if (pages.containsKey(path)) {
            return pages.get(path).get();
        }
        return resources.stream()
                .filter(resource -> resource.serves(path))
                .findFirst()
                .map(resource -> resource.get(question(request)))
                .orElse(HttpAnswer.NOT_FOUND);
    }

    /** Every path at which something is served. */
    List<PathTemplate> paths() {
        return Stream.concat(
                        pages.keySet().stream().map(PathTemplate::new),
                        resources.stream().flatMap(resource -> resource.paths().stream()))
                .toList();
    }

    private static HttpQuestion question(Request request) {
        return new HttpQuestion(
                request.getHttpURI().getPath(),
                Optional.ofNullable(request.getHttpURI().getQuery()),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
                request.getHeaders().contains(HttpQuestion.FORWARDED),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.IF_NONE_MATCH)),
                request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip"));
    }

    private static HttpAnswer probe(Optional<String> problem, String good) {
        return problem.map(reason -> HttpAnswer.text(UNAVAILABLE, reason)).orElseGet(() -> HttpAnswer.text(OK, good));
    }
}
