package io.journeystreams.load.oracle;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record that was committed to an input topic and can be read.
 *
 * @param timestampMs the broker's record timestamp, epoch milliseconds: when it was ingested (T1)
 * @param event a {@code ClickstreamEvent} or a {@code CrmEvent}
 */
public record InputRecord(String topic, int partition, long offset, long timestampMs, SpecificRecord event) {}
