package io.journeystreams.load.rig;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a processor serves about itself, at the address that it prints. */
public final class JourneyPages {

    private static final Pattern ADDRESS = Pattern.compile("metrics at (http://\\S+)");
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int OK = 200;

    private final JavaProcess process;

    public JourneyPages(JavaProcess process) {
        this.process = process;
    }

    /** Has come so far as to serve them. */
    boolean areServed() {
        return ADDRESS.matcher(process.printed()).find();
    }

    /** Runs, has its partitions and its state. */
    public boolean isReady() {
        return get("/ready").map(HttpResponse::statusCode).orElse(0) == OK;
    }

    /** Empty while it cannot be asked. */
    Optional<String> body(String path) {
        return get(path).map(HttpResponse::body);
    }

    private Optional<HttpResponse<String>> get(String path) {
        if (!process.isAlive()) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(process.printed());
        if (!address.find()) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1) + path))
                .timeout(ANSWERS_WITHIN)
                .build();
        try {
            return Optional.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
