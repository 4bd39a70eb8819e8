package io.journeystreams.topology;

import io.journeystreams.domain.engine.Decision;
import io.journeystreams.map.Cell;
import io.journeystreams.map.CellKey;
import io.journeystreams.map.MapCells;
import io.journeystreams.output.MapRecords;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The part of the journey map that a journal partition counts (rule M1). What changed is published when the partition's clock has come
 * a step further, so that a replay publishes the same.
 */
final class JourneyMap {

    /** Of the journal's clock, between two publications. */
    private static final long STEP_MS = Duration.ofSeconds(10).toMillis();

    private final ProcessorContext<byte[], byte[]> context;
    private final MapCells cells;
    private final MapRecords records;
    private long clockMs;

    /** @param clockMs where the journal's clock stood when it was stored last, epoch milliseconds */
    JourneyMap(ProcessorContext<byte[], byte[]> context, MapCells cells, MapRecords records, long clockMs) {
        this.context = context;
        this.cells = cells;
        this.records = records;
        this.clockMs = clockMs;
    }

    void count(Decision decision) {
        if (!decision.map().isEmpty()) {
            cells.add(decision.state().key(), decision.map(), clockMs);
        }
    }

    /** @param toMs where the journal's clock stands now, epoch milliseconds */
    void clockMoved(long toMs) {
        boolean isStep = Math.floorDiv(toMs, STEP_MS) > Math.floorDiv(clockMs, STEP_MS);
        clockMs = toMs;
        if (isStep) {
            cells.tell(toMs, new Publication());
        }
    }

    private final class Publication implements MapCells.Reader {

        private final int part = context.taskId().partition();

        @Override
        public void counted(CellKey key, Cell cell) {
            context.forward(records.of(part, key, cell, clockMs).record(), Nodes.MAP);
        }

        @Override
        public void forgotten(CellKey key) {
            context.forward(records.forgotten(part, key, clockMs).record(), Nodes.MAP);
        }
    }

    /** Before a commit. */
    void write() {
        cells.write();
    }
}
