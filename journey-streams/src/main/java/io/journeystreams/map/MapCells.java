package io.journeystreams.map;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/**
 * The cells of a journal partition. Those that were counted in last are objects; what changed of them is stored once a commit, like
 * profiles ({@link #write}). For one thread.
 */
public final class MapCells {

    /** Cells kept as objects, of about 10 KB where they are busy: a process with many tasks has as many for each. */
    private static final int IN_USE = 1_024;

    private final CellTable table;
    private final LinkedHashMap<CellKey, InUse> inUse = new LinkedHashMap<>(IN_USE, 0.75f, true);
    private final Map<Grain, Long> forgottenBeforeMs = new TreeMap<>();

    /** Cells in use of which the store does not know the latest. */
    private final Map<CellKey, InUse> unwritten = new LinkedHashMap<>();

    /** Cells that the topic has not been told of. */
    private final Set<CellKey> untold = new HashSet<>();

    /** A cell, and whether it has been put on the lists of what is to be done since it came into use: most counts find that it has. */
    private static final class InUse {

        private final Cell cell;
        private boolean isUnwritten;
        private boolean isUntold;

        private InUse(Cell cell) {
            this.cell = cell;
        }
    }

    /** @param table may hold cells of an earlier run */
    public MapCells(CellTable table) {
        this.table = table;
        findUntold();
    }

    /** @param clockMs what is older than is kept at that time does not count any more, epoch milliseconds */
    public void add(ProfileKey profile, List<MapCount> counts, long clockMs) {
        for (MapCount count : counts) {
            for (Grain grain : Grain.values()) {
                CellKey key = CellKey.of(grain, count);
                if (key.startMs() >= Math.max(0, grain.keptFromMs(clockMs))) {
                    add(key, profile, count);
                }
            }
        }
    }

    private void add(CellKey key, ProfileKey profile, MapCount count) {
        InUse used = load(key);
        used.cell.add(count);
        if (count.count() > 0 && key.line().series().isGraph()) {
            used.cell.customers().add(profile.value());
        }
        toBeWritten(key, used);
        if (!used.isUntold && isTold(key.grain())) {
            used.isUntold = true;
            untold.add(key);
        }
        makeRoom();
    }

    private void toBeWritten(CellKey key, InUse used) {
        if (!used.isUnwritten) {
            used.isUnwritten = true;
            unwritten.put(key, used);
        }
    }

    /** Minutes are for those who look now. */
    private static boolean isTold(Grain grain) {
        return grain != Grain.MINUTE;
    }

    private InUse load(CellKey key) {
        InUse known = inUse.get(key);
        if (known != null) {
            return known;
        }
        byte[] bytes = table.get(key.toBytes());
        InUse loaded = new InUse(bytes == null ? new Cell() : CellCodec.decode(bytes));
        inUse.put(key, loaded);
        return loaded;
    }

    private void makeRoom() {
        while (inUse.size() > IN_USE) {
            CellKey eldest = inUse.keySet().iterator().next();
            InUse gone = inUse.remove(eldest);
            if (gone != null && gone.isUnwritten) {
                unwritten.remove(eldest);
                write(eldest, gone);
            }
        }
    }

    /** Into the store, before a commit. */
    public void write() {
        unwritten.forEach(this::write);
        unwritten.clear();
    }

    /** An hour or a day that nothing counts in any more is kept until it is old: the topic is still to be told to forget it. */
    private void write(CellKey key, InUse used) {
        used.isUnwritten = false;
        if (used.cell.isEmpty() && !isTold(key.grain())) {
            table.delete(key.toBytes());
        } else {
            table.put(key.toBytes(), CellCodec.encode(used.cell, !used.isUntold));
        }
    }

    /**
     * Hands out what has changed since it was handed out last, in a fixed order; then forgets what is too old.
     *
     * @param clockMs of the journal, epoch milliseconds
     */
    public void tell(long clockMs, Reader reader) {
        List<CellKey> now = untold.stream().sorted(CellKey.ORDER).toList();
        untold.clear();
        for (CellKey key : now) {
            InUse used = load(key);
            used.isUntold = false;
            reader.counted(key, used.cell);
            toBeWritten(key, used);
            makeRoom();
        }
        for (Grain grain : Grain.values()) {
            forget(grain, grain.keptFromMs(clockMs), reader);
        }
    }

    private void forget(Grain grain, long beforeMs, Reader reader) {
        if (forgottenBeforeMs.getOrDefault(grain, Long.MIN_VALUE) >= beforeMs) {
            return;
        }
        forgottenBeforeMs.put(grain, beforeMs);
        TreeSet<CellKey> old = new TreeSet<>(CellKey.ORDER);
        table.forEach(CellKey.from(grain, 0), CellKey.from(grain, beforeMs), (key, cell) -> old.add(CellKey.read(key)));
        // counted, and maybe told, since the last commit
        inUse.keySet().stream().filter(key -> isBefore(key, grain, beforeMs)).forEach(old::add);
        old.forEach(key -> forget(key, reader));
    }

    private static boolean isBefore(CellKey key, Grain grain, long ms) {
        return key.grain() == grain && key.startMs() < ms;
    }

    private void forget(CellKey key, Reader reader) {
        inUse.remove(key);
        unwritten.remove(key);
        table.delete(key.toBytes());
        if (isTold(key.grain())) {
            reader.forgotten(key);
        }
    }

    private void findUntold() {
        for (Grain grain : Grain.values()) {
            if (isTold(grain)) {
                table.forEach(CellKey.from(grain, 0), CellKey.from(grain, Long.MAX_VALUE), this::findUntold);
            }
        }
    }

    private void findUntold(Bytes key, byte[] cell) {
        if (!CellCodec.isTold(cell)) {
            untold.add(CellKey.read(key));
        }
    }

    /** Who is told of cells. */
    public interface Reader {

        void counted(CellKey key, Cell cell);

        /** Its time is so long ago that it is not kept any more. */
        void forgotten(CellKey key);
    }
}
