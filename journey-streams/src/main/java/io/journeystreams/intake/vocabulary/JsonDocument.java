package io.journeystreams.intake.vocabulary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.RejectionReason;
import java.io.IOException;

/** Reads JSON that anybody may have written: what would be expensive is refused before it is built. Numbers are exact. */
final class JsonDocument {

    /** Deeper than any of the vocabularies, and far from what would exhaust a stack. */
    private static final int DEEPEST = 64;

    /** Bytes; larger than what intake hands on. */
    private static final int LARGEST = 1_048_576;

    private static final int LONGEST_NUMBER = 256;
    private static final int LONGEST_NAME = 1_024;

    /** Three times as many as an order of a thousand lines has. */
    private static final int MOST_TOKENS = 100_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LARGEST)
                            .maxStringLength(LARGEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonDocument() {}

    static Decoded<ObjectNode> read(byte[] bytes) {
        try {
            JsonNode document = JSON.readTree(bytes);
            return document instanceof ObjectNode object
                    ? new Decoded.Value<>(object)
                    : new Decoded.Failed<>(RejectionReason.UNREADABLE, "a JSON object is expected");
        } catch (IOException | NumberFormatException e) {
            // an exponent out of all bounds is no IOException to Jackson; its own message would show a piece of the
            // document
            return new Decoded.Failed<>(
                    RejectionReason.UNREADABLE,
                    "not JSON, or too deeply nested, or too large in numbers, names or parts");
        }
    }
}
