package io.journeystreams.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request, taken apart.
 *
 * @param path the segments of the path, decoded; empty for the root
 */
record RegistryRequest(String method, List<String> path, Optional<String> query, String body) {

    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    static RegistryRequest read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw RegistryRefusal.tooLarge(MAX_BODY_BYTES);
        }
        List<String> path = Arrays.stream(uri.getRawPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(RegistryRequest::decode)
                .toList();
        return new RegistryRequest(
                exchange.getRequestMethod(),
                path,
                Optional.ofNullable(uri.getRawQuery()),
                new String(body, StandardCharsets.UTF_8));
    }

    /** Whether the query says {@code name=true}. */
    boolean hasFlag(String name) {
        return query.stream()
                .flatMap(text -> Arrays.stream(text.split("&", -1)))
                .anyMatch(pair -> pair.equalsIgnoreCase(name + "=true"));
    }

    /** The text of a field of the JSON body; empty if it is absent or null. */
    Optional<String> bodyField(String name) {
        return Optional.ofNullable(json().path(name).asText(null));
    }

    /** @throws RegistryRefusal 42201 if the body holds no Avro schema that stands on its own */
    String schema() {
        if (json().path("references").size() > 0) {
            throw RegistryRefusal.invalidSchema("references are not supported by the embedded registry");
        }
        String type = bodyField("schemaType").orElse("AVRO");
        if (!type.equals("AVRO")) {
            throw RegistryRefusal.invalidSchema("schema type " + type + " is not supported, only AVRO");
        }
        return bodyField("schema").orElseThrow(() -> RegistryRefusal.invalidSchema("schema is missing"));
    }

    private JsonNode json() {
        try {
            JsonNode node = JSON.readTree(body);
            if (!node.isObject()) {
                throw RegistryRefusal.badRequest("body must be a JSON object");
            }
            return node;
        } catch (JsonProcessingException malformed) {
            throw RegistryRefusal.badRequest("body is no JSON: " + malformed.getOriginalMessage());
        }
    }

    private static String decode(String segment) {
        // in a path a plus is a plus, unlike in a form
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
