package io.journeystreams.load.bench.peer;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.registry.AvroDeserializer;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import io.journeystreams.registry.WriterSchemas;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;

/** What programs on Kafka Streams have in common: how they read the input, start and stop. */
final class Job {

    static final String INPUT = "clickstream.events";

    private Job() {}

    /** Avro in Confluent's wire format, by the same code as the processor's. */
    static <T extends SpecificRecord> Serde<T> serde(Class<T> type, RegistryConnection registry) {
        return Serdes.serdeFrom(
                new AvroSerializer<>(type, registry, SchemaSource.REGISTER),
                new AvroDeserializer<>(type, new WriterSchemas(registry)));
    }

    /** Time is the event's own. */
    static Consumed<String, ClickstreamEvent> events(RegistryConnection registry) {
        return Consumed.with(Serdes.String(), serde(ClickstreamEvent.class, registry))
                .withName("events")
                .withTimestampExtractor((record, partitionTime) ->
                        ((ClickstreamEvent) record.value()).getOccurredAt().toEpochMilli());
    }

    /** Runs until the process is told to end. */
    static void run(Topology topology, PeerArguments arguments) throws InterruptedException {
        KafkaStreams streams = new KafkaStreams(topology, arguments.streamsConfig());
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            streams.close();
            told.countDown();
        }));
        streams.start();
        told.await();
    }
}
