package io.journeystreams.domain.churn;

import io.journeystreams.domain.churn.model.ChurnParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What tells cohorts of customers from each other: the channel of their first order, or an attribute of it (rule C1). An order is told of
 * in several reports; the first one says it.
 *
 * @param name {@link #CHANNEL}, or the name of an attribute
 */
public record CohortBy(String name) {

    public static final String CHANNEL = "channel";

    /** Longer texts name no cohort, characters. */
    private static final int LONGEST = 100;

    public CohortBy {
        if (name.isBlank()) {
            throw new IllegalArgumentException("channel or the name of an attribute must be said");
        }
    }

    /** Without spaces around it, in lower case; empty if nothing is said, or what stands for everybody. */
    public Optional<String> of(Optional<String> channel, Map<String, String> attributes) {
        Optional<String> told = name.equals(CHANNEL) ? channel : Optional.ofNullable(attributes.get(name));
        return told.map(CohortBy::normal).filter(CohortBy::isCohort);
    }

    /** The cohort in the same form, however it is written. */
    public static String normal(String cohort) {
        return cohort.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isCohort(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && !text.equals(ChurnParameters.EVERYBODY)
                && text.chars().noneMatch(Character::isISOControl);
    }
}
