package io.journeystreams.registry;

import org.apache.avro.specific.SpecificRecord;

/** What became of bytes that were to be decoded. An unreachable registry is neither: it is thrown. */
public sealed interface Decoded<T extends SpecificRecord> {

    /** The record, as our own schema has it. */
    record Value<T extends SpecificRecord>(T value) implements Decoded<T> {}

    /**
     * Bad data.
     *
     * @param message for people; names the schema, the position or the limit, never a value from the record
     */
    record Undecodable<T extends SpecificRecord>(UndecodableReason reason, String message) implements Decoded<T> {}
}
