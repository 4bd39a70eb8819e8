package io.journeystreams.deploy.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The JSON schema of a standard: AsyncAPI's own, and of ODCS the part that is used here. Both refuse fields that they do not know. */
enum StandardSchema {
    ASYNCAPI("asyncapi-3.0.0.schema.json", SpecVersion.VersionFlag.V7),
    ODCS("odcs-used.schema.json", SpecVersion.VersionFlag.V201909);

    private final String file;
    private final SpecVersion.VersionFlag draft;

    StandardSchema(String file, SpecVersion.VersionFlag draft) {
        this.file = file;
        this.draft = draft;
    }

    /** What it objects to; empty if nothing. */
    List<String> objections(JsonNode document) throws IOException {
        try (InputStream text =
                Objects.requireNonNull(StandardSchema.class.getResourceAsStream("/contracts/" + file), file)) {
            JsonSchema schema = JsonSchemaFactory.getInstance(draft).getSchema(text);
            return schema.validate(document).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }
    }
}
