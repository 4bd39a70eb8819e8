package io.journeystreams.backtest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads a file of events row by row. What is wrong with a row is part of the answer; only the file can fail. */
interface RowReader extends Closeable {

    /** The next row, or nothing at the end. */
    Optional<Row> next() throws IOException;
}
