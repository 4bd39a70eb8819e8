package io.journeystreams.local.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A free port on loopback, from below the range from which systems take the ports of outgoing connections: nobody takes it
 * unasked while its owner is away.
 */
public final class LoopbackPort {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final int ATTEMPTS = 100;

    private LoopbackPort() {}

    /**
     * A socket that listens there.
     *
     * @throws IOException if none is found free
     */
    public static ServerSocket open() throws IOException {
        IOException last = new IOException("no free port between " + LOWEST + " and " + HIGHEST);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try {
                return new ServerSocket(port, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
