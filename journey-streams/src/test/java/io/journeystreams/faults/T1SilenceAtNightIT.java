package io.journeystreams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.AbandonmentState;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.domain.abandonment.AbandonmentPolicy;
import io.journeystreams.domain.abandonment.Kind;
import io.journeystreams.domain.abandonment.KindPolicy;
import io.journeystreams.domain.engine.EnginePolicy;
import io.journeystreams.domain.time.ClockPolicy;
import io.journeystreams.intake.Reports;
import io.journeystreams.registry.AvroSerializer.SchemaSource;
import io.journeystreams.rig.Alerts;
import io.journeystreams.rig.Cluster;
import io.journeystreams.rig.InputEncoder;
import io.journeystreams.runtime.JourneyRuntime;
import io.journeystreams.runtime.StreamsSettings;
import io.journeystreams.topology.ProcessorMeters;
import io.journeystreams.topology.RegistryCodecs;
import io.journeystreams.topology.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fault T1: at night nobody comes to the shop, and a clock of events alone would stand still. */
@Timeout(110)
class T1SilenceAtNightIT {

    private static final int PARTITIONS = 4;
    private static final Duration CART_DELAY = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(1);

    @Test
    void lastCartOfTheDayIsAbandonedInTheSilenceThatFollowsIt(@TempDir Path directory) throws Exception {
        try (Cluster cluster = Cluster.start(directory.resolve("broker"))) {
            cluster.createTopics(PARTITIONS);
            try (JourneyRuntime runtime = start(cluster, directory)) {
                assertThat(runtime.state().isRunningOrRebalancing()).isTrue();
                long addedAtMs = addToCart(cluster);
                Alerts alerts = new Alerts(cluster);

                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !alerts.facts().isEmpty());
                await().during(Duration.ofSeconds(5))
                        .atMost(Duration.ofSeconds(15))
                        .until(() -> alerts.facts().size() == 1);

                AbandonmentEvent alert = alerts.facts().get(0);
                long deadlineMs = addedAtMs + CART_DELAY.toMillis();
                assertThat(alert.getState()).isEqualTo(AbandonmentState.ABANDONED);
                assertThat(alert.getProfile()).isEqualTo("c:c1");
                assertThat(alert.getActionable()).isTrue();
                assertThat(alert.getDeadline().toEpochMilli()).isEqualTo(deadlineMs);
                assertThat(alert.getEmittedAt().toEpochMilli()).isGreaterThanOrEqualTo(deadlineMs + GRACE.toMillis());
            }
        }
    }

    private static JourneyRuntime start(Cluster cluster, Path directory) {
        JourneyRuntime runtime = JourneyRuntime.create(
                StreamsSettings.of("night", cluster.bootstrapServers(), directory.resolve("state")),
                policy(),
                RegistryCodecs.of(cluster.registry(), SchemaSource.LOOK_UP),
                ProcessorMeters.NONE);
        runtime.start();
        return runtime;
    }

    /** Into one of the partitions; the others, and the CRM's, stay empty. */
    private static long addToCart(Cluster cluster) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer(Map.of())) {
            long nowMs = System.currentTimeMillis();
            ClickstreamEvent added = Reports.clickstream("e1", "product_added", nowMs)
                    .setCustomerId("c1")
                    .setLines(List.of(Reports.line("A", 1, "10.00", "EUR")))
                    .build();
            byte[] value = new InputEncoder(cluster.registry()).encode(added);
            producer.send(new ProducerRecord<>(Topics.CLICKSTREAM, 2, nowMs, null, value))
                    .get();
            return nowMs;
        }
    }

    private static EnginePolicy policy() {
        EnginePolicy usual = EnginePolicy.defaults();
        ClockPolicy clock = usual.clock();
        AbandonmentPolicy abandonment = usual.abandonment();
        Map<Kind, KindPolicy> kinds = new EnumMap<>(abandonment.kinds());
        kinds.put(Kind.CART, KindPolicy.ofDelay(CART_DELAY));
        return usual.with(new ClockPolicy(GRACE, IDLE_AFTER, clock.futureTolerance(), clock.lateness()))
                .with(new AbandonmentPolicy(
                        kinds,
                        abandonment.basis(),
                        abandonment.frequencyCap(),
                        abandonment.coolDown(),
                        abandonment.maxAlerts(),
                        abandonment.quietAfterHigher(),
                        abandonment.recoveryWindow(),
                        abandonment.pendingDelays(),
                        abandonment.interest(),
                        abandonment.action(),
                        abandonment.recoveryLink()));
    }
}
