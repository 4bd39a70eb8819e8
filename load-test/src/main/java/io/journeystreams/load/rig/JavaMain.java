package io.journeystreams.load.rig;

import java.io.File;

/**
 * A program that can be started.
 *
 * <p>The system property {@value #OVERLAY} names a directory of compiled classes that come before all others in programs of
 * ours: a processor that is broken on purpose, to see who notices.
 *
 * @param name of its class
 */
public record JavaMain(String name, String classPath) {

    static final String OVERLAY = "journey.overlay";

    /** The product's command line. */
    public static final JavaMain JOURNEY = ofOurs("io.journeystreams.cli.Journey");

    /** With what this process has on its class path. */
    public static JavaMain ofOurs(String name) {
        String overlay = System.getProperty(OVERLAY, "");
        String own = System.getProperty("java.class.path");
        return new JavaMain(name, overlay.isEmpty() ? own : overlay + File.pathSeparator + own);
    }
}
