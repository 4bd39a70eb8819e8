package io.journeystreams.observe;

import java.util.Map;

/**
 * What is answered to one question over HTTP.
 *
 * @param headers besides the content type
 */
public record HttpAnswer(int status, String contentType, String body, Map<String, String> headers) {

    public static final HttpAnswer NOT_FOUND = text(404, "not found");

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public HttpAnswer(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    static HttpAnswer text(int status, String body) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", body + "\n");
    }
}
