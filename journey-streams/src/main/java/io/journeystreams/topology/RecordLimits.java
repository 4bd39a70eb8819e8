package io.journeystreams.topology;

/**
 * Sizes of records, bytes.
 *
 * @param input largest input value that is decoded
 * @param output largest key and value that are written; the topics must take as much, and the producer a little more
 * @param profile largest key and value of a stored profile; a larger one is reduced
 */
public record RecordLimits(int input, int output, int profile) {

    private static final int SMALLEST = 1_024;

    public RecordLimits {
        if (input < SMALLEST || output < input + SMALLEST) {
            throw new IllegalArgumentException(
                    "input must be at least 1024 and output larger by 1024: " + input + ", " + output);
        }
        if (profile < SMALLEST || profile > output) {
            throw new IllegalArgumentException(
                    "profile must be at least 1024 and at most output: " + profile + ", " + output);
        }
    }

    public static RecordLimits defaults() {
        return new RecordLimits(512 * 1024, 1_000_000, 900_000);
    }

    RecordLimits withProfile(int bytes) {
        return new RecordLimits(input, output, bytes);
    }
}
