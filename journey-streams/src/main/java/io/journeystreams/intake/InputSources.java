package io.journeystreams.intake;

import java.util.Map;

/**
 * The input topics and how many partitions each has. Every partition is a source of watermarks.
 *
 * @param partitions by topic
 */
public record InputSources(Map<String, Integer> partitions) {

    public InputSources {
        partitions = Map.copyOf(partitions);
        partitions.forEach((topic, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("topic " + topic + " must have a partition: " + count);
            }
        });
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("there must be an input topic");
        }
    }

    /** How many sources the journal clock has to hear. */
    public int count() {
        return partitions.values().stream().mapToInt(Integer::intValue).sum();
    }
}
