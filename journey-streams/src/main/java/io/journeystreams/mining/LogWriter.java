package io.journeystreams.mining;

import java.io.IOException;

/** Writes a log, case by case. Closes nothing. */
interface LogWriter {

    void begin() throws IOException;

    void add(JourneyCase journey) throws IOException;

    void end() throws IOException;
}
