package io.journeystreams.topology;

/**
 * Sizes of records, bytes.
 *
 * @param input largest input value that is decoded
 * @param output largest key and value that are written; the topics must take as much, and the producer a little more
 */
public record RecordLimits(int input, int output) {

    private static final int SMALLEST = 1_024;

    public RecordLimits {
        if (input < SMALLEST || output < input + SMALLEST) {
            throw new IllegalArgumentException(
                    "input must be at least 1024 and output larger by 1024: " + input + ", " + output);
        }
    }

    public static RecordLimits defaults() {
        return new RecordLimits(512 * 1024, 1_000_000);
    }
}
