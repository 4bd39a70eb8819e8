package io.journeystreams.load.state;

/**
 * What stands in the changelogs before the processor is started.
 *
 * @param profiles that are stored, those of devices whose customer is known included; and those that only gave signs of life
 * @param records in the changelog of profiles: those of templates have been written several times
 * @param deadlines entries of the index
 * @param averageBytes of a profile's value
 */
record Seeded(long profiles, long records, long deadlines, long averageBytes) {}
