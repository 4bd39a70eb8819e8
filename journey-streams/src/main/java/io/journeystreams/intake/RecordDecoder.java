package io.journeystreams.intake;

/**
 * Reads a record's bytes. Bytes that cannot be read are a result; a registry that cannot be reached is an exception, since
 * that says nothing about the bytes. Safe for many threads.
 */
@FunctionalInterface
public interface RecordDecoder<T> {

    Decoded<T> decode(byte[] bytes);
}
