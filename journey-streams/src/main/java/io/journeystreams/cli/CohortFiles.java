package io.journeystreams.cli;

import io.journeystreams.domain.event.DerivedId;
import java.nio.file.Path;

/**
 * A file for each cohort.
 *
 * @param pattern with {@link #PLACE} in it
 */
record CohortFiles(String pattern) {

    /** Where the name of the cohort goes. */
    static final String PLACE = "{cohort}";

    private static final int LONGEST = 40;
    private static final int HEX_DIGITS = 8;

    CohortFiles {
        if (!pattern.contains(PLACE)) {
            throw new IllegalArgumentException(pattern + " names one file for all cohorts");
        }
    }

    Path of(String cohort) {
        return Path.of(pattern.replace(PLACE, fileName(cohort)));
    }

    /** What is unfit for a file name is left out; then a digest tells cohorts apart. */
    private static String fileName(String cohort) {
        String plain = cohort.replaceAll("[^a-z0-9_-]+", "-");
        String fit = plain.substring(0, Math.min(plain.length(), LONGEST));
        return fit.equals(cohort)
                ? fit
                : fit + "-" + DerivedId.of("cohort", cohort).substring(0, HEX_DIGITS);
    }
}
