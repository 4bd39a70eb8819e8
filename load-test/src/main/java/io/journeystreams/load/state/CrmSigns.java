package io.journeystreams.load.state;

import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.load.bench.BenchTopics;
import io.journeystreams.registry.AvroSerializer;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.registry.RegistryConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One event of now in every partition of the CRM's topic: from then on the shop's events alone move the clock, and no silence has to be
 * waited for.
 */
final class CrmSigns {

    private static final String TOPIC = "crm.events";

    private CrmSigns() {}

    static void give(String bootstrapServers, RegistryConnection registry) {
        AvroSerializer<CrmEvent> serializer = new AvroSerializer<>(CrmEvent.class, registry, SchemaSource.LOOK_UP);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            Instant now = Instant.now();
            for (int partition = 0; partition < BenchTopics.PARTITIONS; partition++) {
                CrmEvent event = sign("crm-sign-of-life-" + partition, now);
                byte[] key = String.valueOf(event.getCustomerId()).getBytes(StandardCharsets.UTF_8);
                byte[] value = serializer.serialize(TOPIC, event);
                var unused = producer.send(new ProducerRecord<>(TOPIC, partition, now.toEpochMilli(), key, value));
            }
        }
    }

    private static CrmEvent sign(String customer, Instant at) {
        return CrmEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(customer.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setType("customer_updated")
                .setOccurredAt(at)
                .setCustomerId(customer)
                .build();
    }
}
