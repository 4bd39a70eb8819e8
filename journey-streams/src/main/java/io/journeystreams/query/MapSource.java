package io.journeystreams.query;

import io.journeystreams.map.MapQuestion;
import java.util.OptionalLong;
import java.util.Set;

/** The part of the map that an instance has counted, and what it knows of the others. Safe for several threads. */
public interface MapSource {

    /** What the partitions have counted that this instance works on now; those that restore are not among them. */
    MapPart read(MapQuestion question);

    /** Where the earliest clock of this instance's partitions stands, epoch milliseconds; empty before one is known. */
    OptionalLong clockMs();

    /** Partitions of the journal that this instance works on. */
    Set<Integer> partitions();

    /** How many partitions the journal has, as far as the instances know: 0 before anything is assigned. */
    int journalPartitions();

    /** Host and port of others that work on partitions which are not among those. */
    Set<String> othersThan(Set<Integer> known);
}
