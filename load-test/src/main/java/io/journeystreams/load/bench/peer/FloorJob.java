package io.journeystreams.load.bench.peer;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.registry.RegistryConnection;
import java.util.Collections;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Reads and decodes every event, keeps nothing, and publishes a given number of records of a given size for each event, spread
 * evenly.
 */
public final class FloorJob {

    private static final String OUTPUTS = "floor.outputs";

    private FloorJob() {}

    public static void main(String[] given) throws InterruptedException {
        PeerArguments arguments = PeerArguments.of(given);
        double outputsPerEvent = Double.parseDouble(arguments.more().get(0));
        int bytes = Integer.parseInt(arguments.more().get(1));
        Job.run(topology(arguments.registry(), outputsPerEvent, bytes), arguments);
    }

    private static Topology topology(RegistryConnection registry, double outputsPerEvent, int bytes) {
        StreamsBuilder builder = new StreamsBuilder();
        byte[] output = new byte[bytes];
        builder.stream(Job.INPUT, Job.events(registry))
                .flatMapValues(event -> Collections.nCopies(outputsFor(event, outputsPerEvent), output))
                .to(OUTPUTS, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }

    /** How many fall to an event is decided by its time, so that nothing need be remembered. */
    private static int outputsFor(ClickstreamEvent event, double outputsPerEvent) {
        double share = Math.floorMod(event.getOccurredAt().toEpochMilli(), 1_000) / 1_000.0;
        return (int) Math.floor(outputsPerEvent + share);
    }
}
