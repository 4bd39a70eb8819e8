package io.journeystreams.backtest;

import io.journeystreams.domain.event.SourcePosition;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The events of one file in the order of the file. An event without a record timestamp was ingested at the highest
 * occurredAt so far in the file, its own included.
 */
final class CanonicalEvents implements Closeable {

    private final EventFile file;
    private final BadRows badRows;
    private final RowReader rows;
    private long highestOccurredAtMs = Long.MIN_VALUE;

    private CanonicalEvents(EventFile file, BadRows badRows, RowReader rows) {
        this.file = file;
        this.badRows = badRows;
        this.rows = rows;
    }

    /** Told about rows that cannot be read. */
    interface BadRows {

        BadRows IGNORED = (file, row) -> {};

        void accept(EventFile file, Row.Bad row);
    }

    static CanonicalEvents open(EventFile file, BadRows badRows) throws IOException {
        return new CanonicalEvents(file, badRows, file.open());
    }

    /** The next event that can be read, or nothing at the end. */
    Optional<Arrival> next() throws IOException {
        Optional<Row> row = rows.next();
        while (row.isPresent() && row.get() instanceof Row.Bad bad) {
            badRows.accept(file, bad);
            row = rows.next();
        }
        return row.map(read -> arrival((Row.Read) read));
    }

    private Arrival arrival(Row.Read row) {
        highestOccurredAtMs = Math.max(highestOccurredAtMs, row.event().occurredAtMs());
        return new Arrival(
                row.event(),
                row.recordTimestampMs().orElse(highestOccurredAtMs),
                new SourcePosition(file.name(), 0, row.line()));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
