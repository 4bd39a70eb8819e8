package io.journeystreams.query;

import io.journeystreams.domain.abandonment.Trial;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.map.MapCount;
import io.journeystreams.map.CellStore;
import io.journeystreams.map.MapCells;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.map.MapSum;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** One partition of the map, counted in this process. */
public final class MapInMemory implements MapSource {

    private static final long NOTHING_IS_OLD = 0;

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("map").get();
    private final MapCells cells;
    private final int partition;
    private final Set<String> others;
    private OptionalLong clockMs = OptionalLong.empty();

    /** @param others host and port of those that have more */
    public MapInMemory(int partition, Set<String> others) {
        this.partition = partition;
        this.others = others;
        store.init(new MockProcessorContext<Object, Object>().getStateStoreContext(), store);
        this.cells = new MapCells(new CellStore(store));
    }

    public void count(ProfileKey profile, List<MapCount> counts) {
        cells.add(profile, counts, NOTHING_IS_OLD);
        cells.write();
        counts.forEach(count -> clockMs = OptionalLong.of(Math.max(count.atMs(), clockMs.orElse(0))));
    }

    @Override
    public MapPart read(MapQuestion question) {
        MapSum sum = new MapSum();
        sum.add(question, store);
        return new MapPart(sum, Set.of(partition), clockMs, Trial.NONE, Calibration.NONE);
    }

    @Override
    public OptionalLong clockMs() {
        return clockMs;
    }

    @Override
    public Set<Integer> partitions() {
        return Set.of(partition);
    }

    @Override
    public int journalPartitions() {
        return others.isEmpty() ? 1 : 2;
    }

    @Override
    public Set<String> othersThan(Set<Integer> known) {
        return others;
    }
}
