package io.journeystreams.query;

import io.journeystreams.domain.abandonment.Tally;
import io.journeystreams.domain.churn.Calibration;
import io.journeystreams.domain.time.ClockReading;
import io.journeystreams.map.MapQuestion;
import io.journeystreams.map.MapSum;
import io.journeystreams.state.ClockStore;
import io.journeystreams.topology.InstanceName;
import io.journeystreams.topology.StoreNames;
import io.journeystreams.topology.Topics;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the map out of the stores of a running processor, beside its stream threads. Safe for several threads. */
public final class LocalMap implements MapSource {

    private final KafkaStreams streams;
    private final Optional<String> name;

    /** @param name host and port of this instance as the others know it */
    public LocalMap(KafkaStreams streams, Optional<String> name) {
        this.streams = streams;
        this.name = name;
    }

    @Override
    public MapPart read(MapQuestion question) {
        return partitions().stream()
                .flatMap(partition -> ifHere(() -> read(question, partition)).stream())
                .reduce(MapPart.empty(), MapPart::plus);
    }

    private MapPart read(MapQuestion question, int partition) {
        MapSum sum = new MapSum();
        sum.add(question, store(StoreNames.MAP, partition));
        ReadOnlyKeyValueStore<Bytes, byte[]> clocks = store(StoreNames.CLOCK, partition);
        Tally tally = ClockStore.readTally(clocks);
        Calibration calibration = ClockStore.readCalibration(clocks);
        return new MapPart(sum, new TreeSet<>(Set.of(partition)), clockMs(clocks), tally.trial(), calibration);
    }

    @Override
    public OptionalLong clockMs() {
        return partitions().stream()
                .flatMap(partition -> ifHere(() -> clockMs(store(StoreNames.CLOCK, partition))).stream())
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private static OptionalLong clockMs(ReadOnlyKeyValueStore<Bytes, byte[]> clocks) {
        long ms = ClockStore.read(clocks.get(ClockStore.clockKey())).timeMs();
        return ms == ClockReading.UNDEFINED ? OptionalLong.empty() : OptionalLong.of(ms);
    }

    /** Nothing of a partition that is being restored, or has gone to another instance. */
    private static <T> Optional<T> ifHere(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    @Override
    public Set<Integer> partitions() {
        if (!streams.state().isRunningOrRebalancing()) {
            return Set.of();
        }
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(LocalMap::isJournal)
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int journalPartitions() {
        return clients().stream()
                .flatMap(client -> client.topicPartitions().stream())
                .filter(LocalMap::isJournal)
                .mapToInt(partition -> partition.partition() + 1)
                .max()
                .orElse(0);
    }

    @Override
    public Set<String> othersThan(Set<Integer> known) {
        return clients().stream()
                .filter(client -> hasMore(client, known))
                .map(StreamsMetadata::hostInfo)
                .filter(host -> InstanceName.isGiven(host.host()))
                .map(LocalMap::nameOf)
                .filter(host -> !name.equals(Optional.of(host)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Collection<StreamsMetadata> clients() {
        return streams.state().isRunningOrRebalancing() ? streams.metadataForAllStreamsClients() : List.of();
    }

    private static boolean hasMore(StreamsMetadata client, Set<Integer> known) {
        List<Integer> theirs = client.topicPartitions().stream()
                .filter(LocalMap::isJournal)
                .map(TopicPartition::partition)
                .toList();
        return !known.containsAll(theirs);
    }

    private static String nameOf(HostInfo host) {
        return host.host() + ":" + host.port();
    }

    private static boolean isJournal(TopicPartition partition) {
        return partition.topic().equals(Topics.JOURNAL);
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
    }
}
