package io.journeystreams.rig;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.WriterSchemas;
import io.journeystreams.topology.Topics;
import java.util.List;
import java.util.Objects;

/** What has been committed of alerts. */
public final class Alerts {

    private final Cluster cluster;
    private final AvroDeserializer<AbandonmentEvent> deserializer;

    public Alerts(Cluster cluster) {
        this.cluster = cluster;
        this.deserializer = new AvroDeserializer<>(AbandonmentEvent.class, new WriterSchemas(cluster.registry()));
    }

    /** All facts so far. */
    public List<AbandonmentEvent> facts() {
        return read(Topics.ABANDONMENT);
    }

    /** All so far for those who act. */
    public List<AbandonmentEvent> actions() {
        return read(Topics.ABANDONMENT_ACTIONS);
    }

    private List<AbandonmentEvent> read(String topic) {
        return cluster.read(topic).stream()
                .map(value -> Objects.requireNonNull(deserializer.deserialize(topic, value)))
                .toList();
    }
}
