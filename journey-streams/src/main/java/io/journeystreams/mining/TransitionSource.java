package io.journeystreams.mining;

import java.io.IOException;

/** Where the told transitions are read from. */
public interface TransitionSource {

    /** About how many records there are, of all layers. */
    long size() throws IOException;

    /**
     * Hands out what was told of one layer; what was told in one partition, in that order.
     *
     * @throws UnreadableTransitionException if a record is not what its contract says
     */
    void read(CaseLayer layer, Sink sink) throws IOException;

    /** Takes them. */
    interface Sink {
        void take(Move move) throws IOException;
    }
}
