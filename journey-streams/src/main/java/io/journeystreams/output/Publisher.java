package io.journeystreams.output;

/**
 * Whose outputs these are, said in every one of them.
 *
 * @param policyVersion fingerprint of the rules' settings
 */
public record Publisher(String tenant, String policyVersion) {

    /** Version of the published contracts. */
    static final int SCHEMA_VERSION = 1;
}
