package io.journeystreams.config;

/**
 * One thing that is wrong with the configuration, for the person who wrote it.
 *
 * @param where file and line, variable or flag
 * @param what what is wrong and what to do; never a secret
 */
public record ConfigProblem(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
