package io.journeystreams.map;

import io.journeystreams.domain.map.MapLine;
import io.journeystreams.domain.map.MapSlice;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Cells added up: each line over all slices and all the time that is wanted, and how often it was counted when. For one thread. */
public final class MapSum {

    private static final Comparator<MapLine> ORDER =
            Comparator.comparing(MapLine::series).thenComparing(MapLine::from).thenComparing(MapLine::to);

    private final TreeMap<MapLine, Cell> lines = new TreeMap<>(ORDER);
    private final TreeMap<Long, Map<MapLine, Long>> counts = new TreeMap<>();
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final TreeSet<String> channels = new TreeSet<>();
    private final TreeSet<String> devices = new TreeSet<>();
    private final TreeSet<String> segments = new TreeSet<>();

    /**
     * Missions that began on a channel.
     *
     * @param goals those that reached their goal
     */
    public record Entry(Cell started, Cell goals) {}

    /** Adds the cells of a partition that are wanted. */
    public void add(MapQuestion question, ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        Bytes from = CellKey.from(question.grain(), question.fromMs());
        Bytes to = CellKey.from(question.grain(), question.toMs());
        Map<String, CellKey.Names> known = new HashMap<>();
        CellStore.forEach(
                store,
                from,
                to,
                (key, cell) ->
                        add(question, CellKey.read(key, text -> known.computeIfAbsent(text, this::firstSeen)), cell));
    }

    /** Adds what other partitions have counted. */
    public void add(MapSum other) {
        other.lines.forEach(this::add);
        other.counts.forEach((startMs, at) -> at.forEach((line, count) -> addCount(line, startMs, count)));
        other.entries.forEach(this::addEntry);
        channels.addAll(other.channels);
        devices.addAll(other.devices);
        segments.addAll(other.segments);
    }

    private CellKey.Names firstSeen(String text) {
        CellKey.Names names = CellKey.names(text);
        addChoices(names.slice());
        return names;
    }

    private void add(MapQuestion question, CellKey key, byte[] cell) {
        if (!question.includes(key)) {
            return;
        }
        Cell line = lines.computeIfAbsent(key.line(), unknown -> new Cell());
        long before = line.count();
        CellCodec.add(cell, line);
        addCount(key.line(), key.startMs(), line.count() - before);
        if (key.line().isStart()) {
            CellCodec.add(cell, entry(key.slice().channel()).started());
        }
        if (key.line().isGoal()) {
            CellCodec.add(cell, entry(key.slice().channel()).goals());
        }
    }

    private Entry entry(String channel) {
        return entries.computeIfAbsent(channel, unknown -> new Entry(new Cell(), new Cell()));
    }

    /** Of a part of the map, all its time together. */
    public void add(MapLine line, Cell cell) {
        lines.computeIfAbsent(line, unknown -> new Cell()).add(cell);
    }

    /** Of a part of the map, what began on a channel. */
    public void addEntry(String channel, Entry more) {
        entry(channel).started().add(more.started());
        entry(channel).goals().add(more.goals());
    }

    /** How often something was counted in one stretch of time. */
    public void addCount(MapLine line, long startMs, long count) {
        counts.computeIfAbsent(startMs, unknown -> new HashMap<>()).merge(line, count, Long::sum);
    }

    private void addChoices(MapSlice slice) {
        channels.add(slice.channel());
        devices.add(slice.device());
        segments.add(slice.segment());
    }

    public SortedMap<MapLine, Cell> lines() {
        return lines;
    }

    /** By the beginning of the stretch, epoch milliseconds. */
    public SortedMap<Long, Map<MapLine, Long>> counts() {
        return counts;
    }

    /** By the channel on which they began. */
    public SortedMap<String, Entry> entries() {
        return entries;
    }

    /** Values that occur in the period, whatever is wanted of them. */
    public Set<String> channels() {
        return channels;
    }

    public Set<String> devices() {
        return devices;
    }

    public Set<String> segments() {
        return segments;
    }
}
