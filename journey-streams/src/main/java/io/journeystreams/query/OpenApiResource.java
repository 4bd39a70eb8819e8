package io.journeystreams.query;

import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import io.journeystreams.observe.HttpResource;
import io.journeystreams.observe.PathTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** {@code GET /openapi.json}: what is served here, as OpenAPI 3.1. It says nothing of customers and needs no token. */
public final class OpenApiResource implements HttpResource {

    private static final String PATH = "/openapi.json";

    private final HttpAnswer document = new HttpAnswer(200, "application/json", text());

    @Override
    public String prefix() {
        return PATH;
    }

    @Override
    public List<PathTemplate> paths() {
        return List.of(new PathTemplate(PATH));
    }

    @Override
    public HttpAnswer get(HttpQuestion question) {
        return question.path().equals(PATH) ? document : HttpAnswer.NOT_FOUND;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("openapi.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
