package io.journeystreams.query;

import io.journeystreams.domain.event.ProfileKey;
import io.journeystreams.domain.time.JournalClock;
import io.journeystreams.state.ClockStore;
import io.journeystreams.state.ProfileStore;
import io.journeystreams.state.codec.ProfileCodec;
import io.journeystreams.topology.InstanceName;
import io.journeystreams.topology.StoreNames;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.HostInfo;

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
        QueryResult<byte[]> result = read(StoreNames.PROFILES, key, owner.partition());
        return result.isSuccess()
                ? found(profile, result.getResult(), owner.partition())
                : failed(result.getFailureReason(), owner);
    }

    private ProfileLookup found(ProfileKey profile, byte[] bytes, int partition) {
        if (bytes == null) {
            return new ProfileLookup.Unknown();
        }
        QueryResult<byte[]> clock = read(StoreNames.CLOCK, ClockStore.clockKey(), partition);
        if (clock.isFailure()) {
            return new ProfileLookup.NotReady();
        }
        JournalClock shown = ClockStore.read(clock.getResult());
        return new ProfileLookup.Found(new ProfileCodec().decode(bytes, profile).profile(), shown);
    }

    private ProfileLookup failed(FailureReason reason, KeyQueryMetadata owner) {
        boolean isSettled = streams.state() == KafkaStreams.State.RUNNING;
        boolean isNotHere = reason == FailureReason.NOT_PRESENT || reason == FailureReason.NOT_ACTIVE;
        return isNotHere && isSettled
                ? new ProfileLookup.Elsewhere(owner.partition(), nameOf(owner.activeHost()))
                : new ProfileLookup.NotReady();
    }

    private QueryResult<byte[]> read(String store, Bytes key, int partition) {
        StateQueryRequest<byte[]> request = StateQueryRequest.inStore(store)
                .withQuery(KeyQuery.<Bytes, byte[]>withKey(key))
                .withPartitions(Set.of(partition))
                .requireActive();
        return Objects.requireNonNull(
                streams.query(request).getPartitionResults().get(partition));
    }

    private static Optional<String> nameOf(HostInfo host) {
        boolean isNamed = !host.equals(HostInfo.unavailable()) && InstanceName.isGiven(host.host());
        return isNamed ? Optional.of(host.host() + ":" + host.port()) : Optional.empty();
    }
}
