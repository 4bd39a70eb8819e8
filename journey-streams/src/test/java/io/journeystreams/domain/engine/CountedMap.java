package io.journeystreams.domain.engine;

import io.journeystreams.domain.map.MapSeries;
import io.journeystreams.domain.map.MapSlice;
import io.journeystreams.map.Cell;
import io.journeystreams.map.CellKey;
import io.journeystreams.map.CellsOnTable;
import io.journeystreams.map.Grain;
import io.journeystreams.map.MapCells;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.map.MapSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** Those of missions, all parts together. */
    Map<MapSlice, MapSum> missionsBySlice(Grain grain) {
        Map<MapSlice, MapSum> slices = new HashMap<>();
        cells(grain).forEach((key, cell) -> {
            if (key.line().series() == MapSeries.MISSION) {
                slices.computeIfAbsent(key.slice(), slice -> new MapSum()).add(key.line(), cell);
            }
        });
        return slices;
    }

    /** All parts together. */
    SortedMap<CellKey, Cell> cells(Grain grain) {
        TreeMap<CellKey, Cell> cells = new TreeMap<>(Comparator.comparing(CellKey::toString));
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write();
            tables.get(i).decoded().forEach((key, cell) -> {
                if (key.grain() == grain) {
                    cells.computeIfAbsent(key, unknown -> new Cell()).add(cell);
                }
            });
        }
        return cells;
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
