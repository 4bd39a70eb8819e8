package io.journeystreams.rig;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.topology.Topics;
import java.util.List;
import java.util.Objects;

/** What has been committed to {@code journey.abandonment}. */
public final class Alerts {

    private final Cluster cluster;
    private final AvroDeserializer<AbandonmentEvent> deserializer;

    public Alerts(Cluster cluster) {
        this.cluster = cluster;
        this.deserializer = new AvroDeserializer<>(AbandonmentEvent.class, new WriterSchemas(cluster.registry()));
    }

    /** All of it so far. */
    public List<AbandonmentEvent> read() {
        return cluster.read(Topics.ABANDONMENT).stream()
                .map(value -> Objects.requireNonNull(deserializer.deserialize(Topics.ABANDONMENT, value)))
                .toList();
    }
}
