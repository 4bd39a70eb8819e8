package io.journeystreams.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who mistyped a name. */
public final class NearestName {

    private NearestName() {}

    /** The name that the fewest keystrokes turn this one into, unless that is more than a third of it. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> keystrokes(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> keystrokes(name, candidate) <= Math.max(2, name.length() / 3));
    }

    /** Levenshtein distance, letters compared without case. */
    private static int keystrokes(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = isSame(from.charAt(row - 1), to.charAt(column - 1)) ? 0 : 1;
                current[column] = Math.min(
                        Math.min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + change);
            }
            previous = current;
        }
        return previous[to.length()];
    }

    private static boolean isSame(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
