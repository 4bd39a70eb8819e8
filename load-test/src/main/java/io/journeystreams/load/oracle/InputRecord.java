package io.journeystreams.load.oracle;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record that was committed to an input topic and can be read.
 *
 * @param timestampMs the broker's record timestamp, epoch milliseconds: when it was ingested (T1)
 * @param event a {@code ClickstreamEvent} or a {@code CrmEvent}
 * @param arrival where the event came into the journal; empty if that is not at hand
 */
public record InputRecord(
        String topic, int partition, long offset, long timestampMs, SpecificRecord event, Optional<Arrival> arrival) {

    /** Of a log without a journal. */
    public InputRecord(String topic, int partition, long offset, long timestampMs, SpecificRecord event) {
        this(topic, partition, offset, timestampMs, event, Optional.empty());
    }

    InputPlace place() {
        return new InputPlace(topic, partition, offset);
    }
}
