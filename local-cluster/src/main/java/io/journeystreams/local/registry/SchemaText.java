package io.journeystreams.local.registry;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Reads the text of a schema as a registry receives it. */
final class SchemaText {

    private SchemaText() {}

    /** @throws RegistryRefusal 42201 if the text is no Avro schema */
    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException invalid) {
            throw RegistryRefusal.invalidSchema(String.valueOf(invalid.getMessage()));
        }
    }
}
