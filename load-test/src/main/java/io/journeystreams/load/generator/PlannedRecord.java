package io.journeystreams.load.generator;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record to be sent.
 *
 * @param afterMs when to send it, milliseconds after the run began
 * @param key as a well-behaved producer would set it
 * @param event a {@code ClickstreamEvent} or a {@code CrmEvent}, its {@code occurredAt} counted from the same beginning; null if
 *     {@code poison} is sent instead
 * @param poison bytes that no reader can read
 */
public record PlannedRecord(
        long afterMs, String topic, String key, @Nullable SpecificRecord event, byte @Nullable [] poison) {}
