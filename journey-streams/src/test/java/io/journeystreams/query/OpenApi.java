package io.journeystreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;

/** The document that describes what is served, and what it says of an answer. */
public final class OpenApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode document;

    private OpenApi(ObjectNode document) {
        this.document = document;
    }

    public static OpenApi of(String text) {
        try {
            return new OpenApi(JSON.readValue(text, ObjectNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    /** Every object that it describes names all its fields. */
    public Set<String> openObjects() {
        Set<String> open = new TreeSet<>();
        document.path("components").path("schemas").properties().forEach(schema -> {
            JsonNode value = schema.getValue();
            if (value.path("type").asText().equals("object")
                    && !value.path("additionalProperties").isBoolean()) {
                open.add(schema.getKey());
            }
        });
        return open;
    }

    /** The answer has a status, a type and a body as they are described for this path. */
    public void assertDescribes(String path, HttpResponse<String> answer) throws IOException {
        JsonNode described = document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path(String.valueOf(answer.statusCode()));
        String type = answer.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
        assertThat(described.path("content").properties())
                .as("%s %s", path, answer.statusCode())
                .extracting(content -> content.getKey())
                .containsExactly(type);
        if (type.equals("application/json")) {
            assertFits(described.path("content").path(type).path("schema"), answer.body());
        }
    }

    private void assertFits(JsonNode schema, String body) throws IOException {
        ObjectNode whole = schema.deepCopy();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.path("components"));
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(whole, strict)
                        .validate(JSON.readTree(body)))
                .as(body)
                .isEmpty();
    }
}
