package io.journeystreams.backtest;

/** Reads one line of a file of events. */
@FunctionalInterface
interface LineReader {

    /** @param line its number, counted from 1 */
    Row read(long line, String text);
}
