package io.journeystreams.domain.engine;

import io.journeystreams.map.CellsOnTable;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapCells;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.map.MapSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journey map of what was decided: each profile counts in one part, as in its journal partition. Nothing is too old. */
final class CountedMap {

    private static final long NOTHING_IS_OLD = 0;
    private static final long ALL_TIME_MS = Long.MAX_VALUE;

    private final List<CellsOnTable> tables = new ArrayList<>();
    private final List<MapCells> parts = new ArrayList<>();

    CountedMap(int count) {
        for (int i = 0; i < count; i++) {
            CellsOnTable table = new CellsOnTable();
            tables.add(table);
            parts.add(new MapCells(table));
        }
    }

    void count(Decision decision) {
        int part = Math.floorMod(decision.state().key().hashCode(), parts.size());
        parts.get(part).add(decision.state().key(), decision.map(), NOTHING_IS_OLD);
    }

    MapSum whole(Grain grain) {
        return sum(new MapQuestion(grain, 0, ALL_TIME_MS, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    MapSum sum(MapQuestion question) {
        MapSum whole = new MapSum();
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write();
            MapSum part = new MapSum();
            part.add(question, tables.get(i));
            whole.add(part);
        }
        return whole;
    }
}
