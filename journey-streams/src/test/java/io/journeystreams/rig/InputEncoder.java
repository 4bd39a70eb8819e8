package io.journeystreams.rig;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.topology.Topics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the values of input records as a shop's producers do: in the wire format of the registry. */
public final class InputEncoder {

    private final AvroSerializer<ClickstreamEvent> clickstream;
    private final AvroSerializer<CrmEvent> crm;

    public InputEncoder(RegistryConnection registry) {
        this.clickstream = new AvroSerializer<>(ClickstreamEvent.class, registry, SchemaSource.REGISTER);
        this.crm = new AvroSerializer<>(CrmEvent.class, registry, SchemaSource.REGISTER);
    }

    public byte[] encode(ClickstreamEvent event) {
        return present(clickstream.serialize(Topics.CLICKSTREAM, event));
    }

    public byte[] encode(CrmEvent event) {
        return present(crm.serialize(Topics.CRM, event));
    }

    private static byte[] present(byte @Nullable [] bytes) {
        return Objects.requireNonNull(bytes);
    }
}
