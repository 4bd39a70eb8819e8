package io.journeystreams.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The two loopback ports of a broker, kept in its directory so that a restart listens where its clients look for it.
 *
 * <p>They are {@link LoopbackPort}s: otherwise a client that retries while the broker is down could take the broker's own.
 */
public record BrokerPorts(int broker, int controller) {

    private static final String FILE = "ports";

    /** Those of the broker that keeps, or will keep, its data in the directory. */
    public static BrokerPorts of(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            BrokerPorts ports = pick();
            Files.createDirectories(directory);
            Files.write(file, List.of(String.valueOf(ports.broker()), String.valueOf(ports.controller())));
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("no ports for the broker in " + directory, e);
        }
    }

    private static BrokerPorts read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new BrokerPorts(Integer.parseInt(lines.get(0)), Integer.parseInt(lines.get(1)));
    }

    private static BrokerPorts pick() throws IOException {
        try (ServerSocket broker = LoopbackPort.open();
                ServerSocket controller = LoopbackPort.open()) {
            return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
        }
    }
}
