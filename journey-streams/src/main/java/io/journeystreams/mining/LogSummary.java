package io.journeystreams.mining;

/**
 * What came of it. Records are of the layer that was asked for: {@code records = replaced + superseded + retracted + outside +
 * events}.
 *
 * @param records read
 * @param replaced earlier revisions, and what was told again
 * @param superseded transitions in whose place others stand
 * @param retracted transitions that did not happen after all
 * @param outside events of cases that began at another time than was asked for
 * @param cases written
 * @param events written
 * @param startUnknown of the cases, those that began before the log does
 */
public record LogSummary(
        long records,
        long replaced,
        long superseded,
        long retracted,
        long outside,
        long cases,
        long events,
        long startUnknown) {}
