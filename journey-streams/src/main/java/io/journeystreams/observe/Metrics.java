package io.journeystreams.observe;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/** The registry of all meters: ours, the JVM's, Kafka Streams' and those of the disk. */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Runnable> closers = new ArrayList<>();
    private final JourneyMeters journey = new JourneyMeters(registry, System::currentTimeMillis);

    public Metrics() {
        JvmGcMetrics collector = new JvmGcMetrics();
        closers.add(collector::close);
        collector.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** For the processors to report to. */
    public JourneyMeters journey() {
        return journey;
    }

    /**
     * Shows Kafka Streams' own meters, whether the processor is ready, and the disk of its state.
     *
     * @param stateDirectory on the disk that is shown
     */
    public void observe(KafkaStreams streams, Health health, Path stateDirectory) {
        KafkaStreamsMetrics binder = new KafkaStreamsMetrics(streams);
        closers.add(binder::close);
        binder.bindTo(registry);
        new DiskSpaceMetrics(stateDirectory.toFile()).bindTo(registry);
        journey.observe(health);
    }

    /** In the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
        registry.close();
    }
}
