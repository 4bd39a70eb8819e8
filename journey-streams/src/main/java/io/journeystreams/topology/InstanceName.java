package io.journeystreams.topology;

import java.util.UUID;

/**
 * How the instances call each other where nobody has said it ({@code application.server}). Kafka Streams 4.3.1 tells no instance
 * which partition a key belongs to unless it has a name, and mixes up instances of the same name.
 */
public final class InstanceName {

    private static final String UNNAMED = "unnamed-";
    private static final String NO_PORT = ":1";

    private InstanceName() {}

    /** A name like no other, by which nobody can be reached. */
    public static String unnamed() {
        return UNNAMED + UUID.randomUUID() + NO_PORT;
    }

    /** Whether somebody gave the instance its name. */
    public static boolean isGiven(String host) {
        return !host.startsWith(UNNAMED);
    }
}
