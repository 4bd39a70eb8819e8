package io.journeystreams.load.rig;

import io.journeystreams.local.broker.BrokerPorts;
import io.journeystreams.local.broker.BrokerProcess;
import io.journeystreams.local.broker.LoopbackPort;
import io.journeystreams.registry.RegistryConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A broker, a registry and several processors, set up as the documentation tells operators to: topics and schemas by the commands,
 * static membership, a state directory each.
 *
 * <pre>
 *   instance-1 ─► proxy ─► listener VIA_1 ─┐
 *   instance-2 ─► proxy ─► listener VIA_2 ─┼─ broker ◄─ whoever plays the shop, and judges
 * </pre>
 *
 * The broker tells each instance the address of its proxy, so that nothing goes past it. Everything that is printed and stored
 * is in one directory. For one thread.
 */
public final class Rig implements AutoCloseable {

    private static final Duration COMMAND_WITHIN = Duration.ofSeconds(60);

    private final Path directory;
    private final BrokerProcess broker;
    private final RegistryServer registry;
    private final RegistryConnection schemas;
    private final List<Instance> instances;

    private Rig(Path directory, BrokerProcess broker, RegistryServer registry, List<Instance> instances) {
        this.directory = directory;
        this.broker = broker;
        this.registry = registry;
        this.instances = List.copyOf(instances);
        this.schemas = RegistryConnection.open(Map.of(RegistryConnection.URL, registry.url()));
    }

    /**
     * Starts broker and registry, makes topics and schemas; no instance runs yet.
     *
     * @param directory where everything is kept; not below one that systems empty
     */
    public static Rig open(Path directory, RigSettings settings) {
        try {
            Files.createDirectories(directory);
            List<Integer> listeners = freePorts(settings.instances() + 1);
            RegistryServer registry = RegistryServer.start(listeners.get(settings.instances()));
            List<Instance> instances = new ArrayList<>();
            for (int i = 0; i < settings.instances(); i++) {
                instances.add(instance(i + 1, directory, registry, listeners.get(i), settings));
            }
            BrokerProcess broker = BrokerProcess.start(
                    directory.resolve("broker"), listenersOf(directory.resolve("broker"), listeners, instances));
            Rig rig = new Rig(directory, broker, registry, instances);
            rig.prepare(settings);
            return rig;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set up a rig in " + directory, e);
        }
    }

    public Path directory() {
        return directory;
    }

    public BrokerProcess broker() {
        return broker;
    }

    public RegistryServer registry() {
        return registry;
    }

    /** A client of the registry, for those who play the shop or judge. */
    public RegistryConnection schemas() {
        return schemas;
    }

    public List<Instance> instances() {
        return instances;
    }

    /** Runs a command of the product to its end. */
    public void command(String log, String... arguments) {
        Path printed = directory.resolve(log);
        JavaProcess process = JavaProcess.journey(printed, List.of(arguments));
        boolean inTime = process.endsWithin(COMMAND_WITHIN);
        if (!inTime) {
            process.kill();
        }
        if (process.exitCode().orElseThrow() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " failed: " + process.printed());
        }
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        schemas.close();
        registry.close();
        if (broker.isAlive()) {
            broker.kill();
        }
    }

    private void prepare(RigSettings settings) {
        String config = configOf(directory, instances.get(0).name()).toString();
        List<String> topics = new ArrayList<>(List.of("topics", "create", "--config", config));
        topics.addAll(List.of("--partitions", String.valueOf(settings.partitions()), "--log-append-time"));
        try {
            command("topics.log", topics.toArray(String[]::new));
            command("schemas.log", "schemas", "register", "--config", config);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Instance instance(
            int number, Path directory, RegistryServer registry, int listener, RigSettings settings)
            throws IOException {
        String name = "instance-" + number;
        TcpProxy network = TcpProxy.to(listener);
        Instance instance = new Instance(name, directory, configOf(directory, name), network);
        Files.writeString(
                configOf(directory, name),
                settings.configOf(name, "127.0.0.1:" + network.port(), registry.url(), instance.stateDirectory()));
        return instance;
    }

    private static Path configOf(Path directory, String instance) {
        return directory.resolve(instance + ".yaml");
    }

    private static Map<String, String> listenersOf(Path broker, List<Integer> ports, List<Instance> instances) {
        BrokerPorts own = BrokerPorts.of(broker);
        StringBuilder listeners = new StringBuilder("PLAINTEXT://127.0.0.1:" + own.broker());
        StringBuilder advertised = new StringBuilder(listeners);
        StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        for (int i = 0; i < instances.size(); i++) {
            String listener = ",VIA_" + (i + 1);
            listeners.append(listener).append("://127.0.0.1:").append(ports.get(i));
            advertised
                    .append(listener)
                    .append("://127.0.0.1:")
                    .append(instances.get(i).network().port());
            protocols.append(listener).append(":PLAINTEXT");
        }
        listeners.append(",CONTROLLER://127.0.0.1:").append(own.controller());
        Map<String, String> settings = new HashMap<>();
        settings.put("listeners", listeners.toString());
        settings.put("advertised.listeners", advertised.toString());
        settings.put("listener.security.protocol.map", protocols.toString());
        return settings;
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(LoopbackPort.open());
            }
            return open.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : open) {
                socket.close();
            }
        }
    }
}
