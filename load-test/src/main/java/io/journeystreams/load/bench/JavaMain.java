package io.journeystreams.load.bench;

/**
 * A program that can be started.
 *
 * @param name of its class
 */
record JavaMain(String name, String classPath) {

    /** With what this process has on its class path. */
    static JavaMain ofOurs(String name) {
        return new JavaMain(name, System.getProperty("java.class.path"));
    }
}
