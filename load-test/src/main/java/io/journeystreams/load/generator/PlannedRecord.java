package io.journeystreams.load.generator;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record to be sent.
 *
 * @param afterMs when to send it, milliseconds after the run began
 * @param key as its producer sets it
 */
public record PlannedRecord(long afterMs, String topic, String key, Content content) {

    /** What its value holds. */
    public sealed interface Content {}

    /** @param event a {@code ClickstreamEvent} or a {@code CrmEvent} */
    public record Event(SpecificRecord event) implements Content {}

    /**
     * What cannot be read.
     *
     * @param kind what is wrong with it
     */
    public record Poison(String kind, ByteBuffer bytes) implements Content {}
}
