package io.journeystreams.mining;

import java.io.Writer;

/** What a log is written as. */
public enum LogFormat {
    /** IEEE 1849, the format that process-mining tools exchange. */
    XES,
    /** One event a line, by RFC 4180 but for the line's end, which is a line feed alone. */
    CSV;

    LogWriter to(Writer out) {
        return switch (this) {
            case XES -> new XesWriter(out);
            case CSV -> new CsvWriter(out);
        };
    }
}
