package io.journeystreams.load.generator;

import java.util.stream.IntStream;

/**
 * How many are played, each from somewhere in the first half of the run to its end.
 *
 * @param anonymous visitors who never say who they are
 * @param known customers who are logged in from their first event, on one or two devices
 * @param loggingIn visitors who become known in the middle, and whose later events name the customer or do not
 * @param sharedDevices devices on which two customers are logged in by turns
 * @param merged pairs of customers of whom the CRM finds out that they are one
 * @param erased customers who ask to be forgotten
 * @param comingBack customers with a cart in their account who fill another one before they log in
 */
public record Population(
        int anonymous, int known, int loggingIn, int sharedDevices, int merged, int erased, int comingBack) {

    public Population {
        if (IntStream.of(anonymous, known, loggingIn, sharedDevices, merged, erased, comingBack)
                .anyMatch(part -> part < 0)) {
            throw new IllegalArgumentException("a population has no negative part");
        }
    }

    /** About as a shop sees them: {@code size} players, and a tenth more who come back as guests. */
    public static Population of(int size) {
        int few = Math.max(1, size / 20);
        int rest = Math.max(3, size - 5 * few);
        return new Population(rest / 4, rest - rest / 4 - rest / 4, rest / 4, few, few, few, Math.max(1, size / 10));
    }

    /** Only those of whom everything is known at once, wherever it is read. */
    public static Population withoutIdentities(int size) {
        return new Population(size / 2, size - size / 2, 0, 0, 0, 0, 0);
    }
}
