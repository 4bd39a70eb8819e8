package io.journeystreams.load.bench;

import java.util.List;

/**
 * A program that can be started.
 *
 * @param name of its class
 * @param jvmOptions without which it does not run
 */
record JavaMain(String name, String classPath, List<String> jvmOptions) {

    JavaMain {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** With what this process has on its class path. */
    static JavaMain ofOurs(String name) {
        return new JavaMain(name, System.getProperty("java.class.path"), List.of());
    }
}
