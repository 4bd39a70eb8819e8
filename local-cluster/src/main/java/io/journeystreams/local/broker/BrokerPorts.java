package io.journeystreams.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The two loopback ports of a broker, kept in its directory so that a restart listens where its clients look for it.
 *
 * <p>They come from below the range from which systems take the ports of outgoing connections: otherwise a client that
 * retries while the broker is down could take the broker's own port.
 */
record BrokerPorts(int broker, int controller) {

    private static final String FILE = "ports";
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final int ATTEMPTS = 100;

    static BrokerPorts of(Path directory) {
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
        try (ServerSocket broker = free();
                ServerSocket controller = free()) {
            return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
        }
    }

    private static ServerSocket free() throws IOException {
        IOException last = new IOException("no free port between " + LOWEST + " and " + HIGHEST);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
