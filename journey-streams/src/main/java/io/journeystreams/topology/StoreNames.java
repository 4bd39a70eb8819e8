package io.journeystreams.topology;

/** State stores. Their changelog topics are named after them, so the names stay. */
public final class StoreNames {

    /** One value per profile. */
    public static final String PROFILES = "profiles";

    /** The profiles' next deadlines in the order of time. */
    public static final String DEADLINES = "deadlines";

    /** Clock and counts of a journal partition. */
    public static final String CLOCK = "clock";

    private StoreNames() {}
}
