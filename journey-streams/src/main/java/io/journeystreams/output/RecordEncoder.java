package io.journeystreams.output;

/** Writes a record's bytes; throws if the registry cannot be reached. Safe for many threads. */
@FunctionalInterface
public interface RecordEncoder<T> {

    byte[] encode(T value);
}
