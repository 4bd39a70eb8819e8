package io.journeystreams.domain.map;

/**
 * One thing that is counted; of a graph, an edge.
 *
 * @param from empty at the start
 * @param to empty at the end
 */
public record MapLine(MapSeries series, String from, String to) {

    /** Neither start nor end of a graph has a name. */
    public static final String NOWHERE = "";
}
