package io.journeystreams.registry;

/** Why bytes are no record of ours. The names are published, as reasons of dead letters. */
public enum UndecodableReason {
    /** Shorter than six bytes, or the first byte is not zero. */
    NO_WIRE_FORMAT,
    /** More bytes than the decoder accepts. */
    TOO_LARGE,
    /** The registry answers and does not know the schema id. */
    UNKNOWN_SCHEMA_ID,
    /** The writer's schema is no Avro, or another record, or cannot be resolved to ours without changing the meaning. */
    WRONG_SCHEMA,
    /** The bytes are not what the writer's schema says: cut off, lengths beyond bounds, or left over. */
    MALFORMED_AVRO
}
