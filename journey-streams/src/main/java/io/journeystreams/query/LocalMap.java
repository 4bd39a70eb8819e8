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
public final class LocalMap {

    private final KafkaStreams streams;

    public LocalMap(KafkaStreams streams) {
        this.streams = streams;
    }

    /** What the partitions have counted that this instance works on now; those that restore are not among them. */
    MapPart read(MapQuestion question) {
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

    /** Where the earliest clock of this instance's partitions stands, epoch milliseconds; empty before one is known. */
    OptionalLong clockMs() {
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

    /** Partitions of the journal that this instance works on. */
    Set<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(LocalMap::isJournal)
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many partitions the journal has, as far as the instances know: 0 before anything is assigned. */
    int journalPartitions() {
        return streams.metadataForAllStreamsClients().stream()
                .flatMap(client -> client.topicPartitions().stream())
                .filter(LocalMap::isJournal)
                .mapToInt(partition -> partition.partition() + 1)
                .max()
                .orElse(0);
    }

    /** Host and port of others that work on partitions which are not among those. */
    Set<String> othersThan(Set<Integer> known) {
        return streams.metadataForAllStreamsClients().stream()
                .filter(client -> hasMore(client, known))
                .map(StreamsMetadata::hostInfo)
                .filter(host -> InstanceName.isGiven(host.host()))
                .map(LocalMap::nameOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
