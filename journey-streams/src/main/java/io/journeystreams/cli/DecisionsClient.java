package io.journeystreams.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.query.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a running processor about a profile. */
final class DecisionsClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final String url;
    private final String token;

    /** @param url of the processor, without a path */
    DecisionsClient(String url, String token) {
        this.url = url.replaceAll("/+$", "");
        this.token = token;
    }

    /** @throws Failure that says what to do, if there is no answer */
    JsonNode ask(ProfileKey profile) {
        HttpResponse<String> response = send(request(profile));
        JsonNode body = json(response.body());
        if (response.statusCode() == OK) {
            return body;
        }
        ExitCode exit = body.path("error").asText().equals(Refusal.UNKNOWN_PROFILE.name())
                ? ExitCode.PROFILE
                : ExitCode.PROCESSOR;
        throw new Failure(exit, url + " says: " + body.path("message").asText());
    }

    private HttpRequest request(ProfileKey profile) {
        String name = URLEncoder.encode(profile.value(), StandardCharsets.UTF_8).replace("+", "%20");
        try {
            return HttpRequest.newBuilder(URI.create(url + "/profiles/" + name + "/decisions"))
                    .header("Authorization", "Bearer " + token)
                    .timeout(ANSWER_WITHIN)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ExitCode.USAGE, "--url is " + url + "; expected an address such as http://127.0.0.1:7070", e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.PROCESSOR,
                    "no processor answers at " + url
                            + "; is it running (journey run)? --url says where its health and metrics are served",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.PROCESSOR, "interrupted while asking " + url, e);
        }
    }

    private JsonNode json(String body) {
        try {
            return JSON.readValue(body, ObjectNode.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Failure(
                    ExitCode.PROCESSOR,
                    url + " answers, but not as a processor of this version does; --url says where it is",
                    e);
        }
    }
}
