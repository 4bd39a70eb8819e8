package io.journeystreams.domain.event;

/** Where an input record stands; in a backtest the file and its line. */
public record SourcePosition(String topic, int partition, long offset) {

    /** The same position, with the same object for the topic's name where it is the same. */
    SourcePosition sharing(SourcePosition other) {
        return topic.equals(other.topic) ? new SourcePosition(other.topic, partition, offset) : this;
    }
}
