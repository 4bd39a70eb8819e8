package io.journeystreams.local.registry;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a new version of a subject must keep to, with Confluent's meaning. {@code BACKWARD}: the new schema reads what the
 * old one wrote; {@code FORWARD}: the old one reads what the new one writes; {@code FULL}: both. The plain levels look at the
 * latest version only, the transitive ones at all of them.
 */
public enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    /** The level of that name; empty if there is none. */
    public static Optional<CompatibilityLevel> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst();
    }

    boolean newReadsOld() {
        return newReadsOld;
    }

    boolean oldReadsNew() {
        return oldReadsNew;
    }

    boolean isTransitive() {
        return transitive;
    }
}
