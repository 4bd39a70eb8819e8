package io.journeystreams.backtest;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.map.Cell;
import io.journeystreams.map.CellKey;
import io.journeystreams.map.CellsInMemory;
import io.journeystreams.map.MapCells;
import io.journeystreams.output.MapRecords;
import io.journeystreams.output.Published;
import java.util.function.Consumer;

/** The journey map of a whole backtest, in one part. It is told once, at the end, and nothing of it is forgotten before. */
final class BacktestMap {

    /** So long ago that everything that comes is kept. */
    private static final long NOTHING_IS_OLD = 0;

    private final MapCells cells = new MapCells(new CellsInMemory());
    private final MapRecords records;

    BacktestMap(MapRecords records) {
        this.records = records;
    }

    void count(Decision decision) {
        cells.add(decision.state().key(), decision.map(), NOTHING_IS_OLD);
    }

    /** @param clockMs where the clock stands at the end, epoch milliseconds */
    void tell(long clockMs, Consumer<Published> reader) {
        cells.tell(NOTHING_IS_OLD, new MapCells.Reader() {
            @Override
            public void counted(CellKey key, Cell cell) {
                reader.accept(records.of(0, key, cell, clockMs));
            }

            @Override
            public void forgotten(CellKey key) {
                throw new IllegalStateException("nothing is old in a backtest: " + key.line());
            }
        });
    }
}
