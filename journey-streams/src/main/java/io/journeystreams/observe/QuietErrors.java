package io.journeystreams.observe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says that something failed and repeats nothing of the request or the failure. */
final class QuietErrors extends ErrorHandler {

    private static final String TEXT = "not answered\n";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, body(), callback);
        return true;
    }

    private static ByteBuffer body() {
        return ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.UTF_8));
    }
}
