package io.journeystreams.topology;

import java.util.List;

/** State stores. Their changelog topics are named after them, so the names stay. */
public final class StoreNames {

    /** One value per profile. */
    public static final String PROFILES = "profiles";

    /** The profiles' next deadlines in the order of time. */
    public static final String DEADLINES = "deadlines";

    /** Clock and counts of a journal partition. */
    public static final String CLOCK = "clock";

    /** Cells of the journey map. */
    public static final String MAP = "map";

    /** In which nothing is stored: it is told of commits. */
    static final String BEFORE_COMMIT = "before-commit";

    /** All that hold something; each has a changelog. */
    public static final List<String> ALL = List.of(PROFILES, DEADLINES, CLOCK, MAP);

    private StoreNames() {}
}
