package io.journeystreams.load.bench;

import io.journeystreams.local.broker.BrokerProcess;
import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker in a process of its own, so that its CPU is counted apart, and a registry. */
public final class BenchCluster implements AutoCloseable {

    /** What is deleted between runs goes from the disk soon. */
    private static final Map<String, String> BROKER = Map.of("log.segment.delete.delay.ms", "1000");

    private final BrokerProcess broker;
    private final EmbeddedRegistry registry;
    private final RegistryConnection schemas;

    private BenchCluster(BrokerProcess broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
        this.schemas = RegistryConnection.open(Map.of(RegistryConnection.URL, registry.url()));
    }

    public static BenchCluster start(Path directory) {
        try {
            Files.createDirectories(directory);
            EmbeddedRegistry registry = EmbeddedRegistry.start(0);
            return new BenchCluster(BrokerProcess.start(directory.resolve("broker"), BROKER), registry);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set up a cluster in " + directory, e);
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    public RegistryConnection schemas() {
        return schemas;
    }

    long brokerCpuMs() {
        return ProcessCpu.ms(broker.pid());
    }

    @Override
    public void close() {
        schemas.close();
        registry.close();
        broker.kill();
    }
}
