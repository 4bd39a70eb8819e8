package io.journeystreams.topology;

import java.util.Set;

/**
 * Headers of dead letters, beside those of the original record. They are published and stay. Where Kafka Streams has a name
 * (KIP-1034), it is that.
 */
public final class LetterHeaders {

    public static final String TOPIC = "__streams.errors.topic";
    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";

    /** What is wrong, without values of the payload. */
    public static final String MESSAGE = "__streams.errors.message";

    public static final String REASON = "journey.reason";

    /** Of the original record, epoch milliseconds: the dead letter's own is when it was written. */
    public static final String TIMESTAMP = "journey.timestamp";

    /** Bytes of the original value, on a dead letter that could not hold all of it. */
    public static final String TRUNCATED_FROM = "journey.truncated-from";

    /** On a record that was redriven: the dead letter, as {@code topic-partition@offset}. */
    public static final String REDRIVEN_FROM = "journey.redriven-from";

    /** On a record that was redriven, and on its dead letter if it failed again: how often. */
    public static final String REDRIVES = "journey.redrives";

    /** On a record in the topic of dead letters that is none: the one of this position, {@code partition@offset}, was redriven. */
    public static final String DONE = "journey.redriven";

    /** Those that say why a record is a dead letter, and go when it is redriven. */
    public static final Set<String> OF_THE_LETTER =
            Set.of(TOPIC, PARTITION, OFFSET, MESSAGE, REASON, TIMESTAMP, TRUNCATED_FROM);

    private LetterHeaders() {}
}
