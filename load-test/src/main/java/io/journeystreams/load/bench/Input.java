package io.journeystreams.load.bench;

/**
 * What has been written into the input topic.
 *
 * @param bytes of all values
 * @param right what is to be found in it
 */
public record Input(long events, long bytes, Results right) {

    public long averageBytes() {
        return bytes / events;
    }
}
