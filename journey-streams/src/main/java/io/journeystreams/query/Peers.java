package io.journeystreams.query;

import io.journeystreams.observe.HttpAnswer;
import io.journeystreams.observe.HttpQuestion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The other instances of the group, to which questions are passed on with the token of whoever asks, each at most once. Their addresses
 * come from Kafka Streams, which has them from the members of the group, and from nobody else. Safe for several threads.
 */
public final class Peers {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final Duration ALL_WITHIN = Duration.ofSeconds(3);

    /** Passed on at once: others than those that are answered here, or two instances that ask each other would wait for each other. */
    private static final int AT_ONCE = 2;

    private static final String JSON = "application/json";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Asks several, one after the other.
     *
     * @param hosts of the instances, with their ports
     * @return what they answered; after {@link #ALL_WITHIN} no further one is asked
     */
    List<HttpAnswer> askEach(Set<String> hosts, String path, String authorization) {
        long startedNanos = System.nanoTime();
        List<HttpAnswer> answers = new ArrayList<>();
        for (String host : hosts) {
            if (System.nanoTime() - startedNanos < ALL_WITHIN.toNanos()) {
                answers.add(ask(host, path, authorization));
            }
        }
        return answers;
    }

    /**
     * @param host and port of the instance that keeps the profile
     * @param path with the query, escaped
     * @param authorization of whoever asks
     */
    HttpAnswer ask(String host, String path, String authorization) {
        if (!places.tryAcquire()) {
            return Refusal.BUSY.answer(Map.of("Retry-After", "1"));
        }
        try {
            return answer(host, client.send(request(host, path, authorization), BodyHandlers.ofString()));
        } catch (HttpTimeoutException e) {
            return Refusal.PEER_SILENT.answer(host, Map.of("Retry-After", "1"));
        } catch (IOException | IllegalArgumentException e) {
            return Refusal.PEER_UNREACHABLE.answer(host, Map.of("Retry-After", "5"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Refusal.PEER_UNREACHABLE.answer(host, Map.of());
        } finally {
            places.release();
        }
    }

    private static HttpRequest request(String host, String path, String authorization) {
        return HttpRequest.newBuilder(URI.create("http://" + host + path))
                .header(HttpQuestion.FORWARDED, "1")
                .header("Authorization", authorization)
                .timeout(ANSWER_WITHIN)
                .build();
    }

    private static HttpAnswer answer(String host, HttpResponse<String> response) {
        boolean isOurs =
                response.headers().firstValue("content-type").orElse("").equals(JSON);
        return switch (response.statusCode()) {
            case 401, 403 -> Refusal.PEER_REFUSES.answer(host, Map.of());
            case 421 ->
                Refusal.NOT_READY.answer("the profile goes from one instance to another", Map.of("Retry-After", "1"));
            default ->
                isOurs
                        ? new HttpAnswer(response.statusCode(), JSON, response.body(), retryAfter(response))
                        : Refusal.PEER_UNREACHABLE.answer(host, Map.of());
        };
    }

    private static Map<String, String> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(seconds -> Map.of("Retry-After", seconds))
                .orElse(Map.of());
    }
}
