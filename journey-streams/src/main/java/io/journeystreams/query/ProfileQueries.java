package io.journeystreams.query;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.state.ClockStore;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.state.codec.ProfileCodec;
import io.journeystreams.topology.InstanceName;
import io.journeystreams.topology.StoreNames;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Looks profiles up in the stores of a running processor, beside its stream threads. Safe for several threads. */
public final class ProfileQueries {

    private final KafkaStreams streams;

    public ProfileQueries(KafkaStreams streams) {
        this.streams = streams;
    }

    public ProfileLookup find(ProfileKey profile) {
        if (!streams.state().isRunningOrRebalancing()) {
            return new ProfileLookup.NotReady();
        }
        Bytes key = ProfileStore.keyOf(profile);
        KeyQueryMetadata owner = streams.queryMetadataForKey(StoreNames.PROFILES, key.get(), new ByteArraySerializer());
        if (owner == null || owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return new ProfileLookup.NotReady();
        }
        try {
            return look(profile, key, owner.partition());
        } catch (InvalidStateStorePartitionException e) {
            return notHere(owner);
        } catch (InvalidStateStoreException e) {
            return new ProfileLookup.NotReady();
        }
    }

    private ProfileLookup look(ProfileKey profile, Bytes key, int partition) {
        byte[] bytes = store(StoreNames.PROFILES, partition).get(key);
        if (bytes == null) {
            return new ProfileLookup.Unknown();
        }
        JournalClock shown = ClockStore.read(store(StoreNames.CLOCK, partition).get(ClockStore.clockKey()));
        return new ProfileLookup.Found(new ProfileCodec().decode(bytes, profile).profile(), shown);
    }

    /**
     * The store of a partition that this instance keeps itself, not a standby copy.
     *
     * <p>Not by {@code KafkaStreams.query}: in 4.3.1 it asks the store while it holds the store's position, and the stream thread takes the
     * position while it holds the store. Now and then both wait for each other for ever ({@code QueriesWhileEventsFlowIT}).
     */
    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
    }

    private ProfileLookup notHere(KeyQueryMetadata owner) {
        return streams.state() == KafkaStreams.State.RUNNING
                ? new ProfileLookup.Elsewhere(owner.partition(), nameOf(owner.activeHost()))
                : new ProfileLookup.NotReady();
    }

    private static Optional<String> nameOf(HostInfo host) {
        boolean isNamed = !host.equals(HostInfo.unavailable()) && InstanceName.isGiven(host.host());
        return isNamed ? Optional.of(host.host() + ":" + host.port()) : Optional.empty();
    }
}
