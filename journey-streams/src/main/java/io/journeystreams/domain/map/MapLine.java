package io.journeystreams.domain.map;

/**
 * One thing that is counted; of a graph, an edge.
 *
 * @param from {@link #NOWHERE} at the start
 * @param to {@link #NOWHERE} or {@link #GOAL} at the end
 */
public record MapLine(MapSeries series, String from, String to) {

    /** Before the first stage, and after the last one. */
    public static final String NOWHERE = "";

    /** After the last one, where the mission reached its goal. */
    public static final String GOAL = "*";

    /** A mission begins. */
    public boolean isStart() {
        return series == MapSeries.MISSION && from.equals(NOWHERE);
    }

    /** A mission ends at its goal. */
    public boolean isGoal() {
        return series == MapSeries.MISSION && to.equals(GOAL);
    }

    public boolean isEnd() {
        return to.equals(NOWHERE) || to.equals(GOAL);
    }
}
