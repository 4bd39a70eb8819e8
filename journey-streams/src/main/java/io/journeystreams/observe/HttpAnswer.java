package io.journeystreams.observe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is answered to one question over HTTP.
 *
 * @param bytes from its position to its limit; nobody changes them
 * @param headers besides the content type and length
 */
public record HttpAnswer(int status, String contentType, ByteBuffer bytes, Map<String, String> headers) {

    public static final HttpAnswer NOT_FOUND = text(404, "not found");

    public HttpAnswer {
        bytes = bytes.asReadOnlyBuffer();
        headers = Map.copyOf(headers);
    }

    public HttpAnswer(int status, String contentType, String body, Map<String, String> headers) {
        this(status, contentType, StandardCharsets.UTF_8.encode(body), headers);
    }

    public HttpAnswer(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    /** A view of its own for every caller: reading one moves no other. */
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** What the bytes say as text. */
    public String body() {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    static HttpAnswer text(int status, String body) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", body + "\n");
    }
}
