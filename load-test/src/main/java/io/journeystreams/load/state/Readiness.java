package io.journeystreams.load.state;

import io.journeystreams.load.bench.JavaProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a processor whether it is ready: it runs and its state is restored. */
final class Readiness {

    private static final Pattern ADDRESS = Pattern.compile("metrics at (http://\\S+)");
    private static final Pattern RESTORED =
            Pattern.compile("state restored store=\"profiles\" partition=\"\\d+\" records=\"(\\d+)\"");
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final long BETWEEN_QUESTIONS_MS = 50;
    private static final int OK = 200;

    private final JavaProgram program;
    private final HttpClient http = HttpClient.newHttpClient();

    Readiness(JavaProgram program) {
        this.program = program;
    }

    /** @throws IllegalStateException if it ends, or is not ready in time */
    void await(Duration limit) {
        long stopNanos = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            program.requireAlive();
            if (System.nanoTime() > stopNanos) {
                throw new IllegalStateException("the processor is not ready after " + limit);
            }
            pause();
        }
    }

    /** Profiles that it has restored, as it says itself. */
    long restoredProfiles() {
        return RESTORED.matcher(printed())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private boolean isReady() {
        Matcher address = ADDRESS.matcher(printed());
        if (!address.find()) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1) + "/ready"))
                .timeout(ANSWERS_WITHIN)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String printed() {
        try {
            return Files.readString(program.log());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + program.log(), e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
