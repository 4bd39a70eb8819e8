package io.journeystreams.faults;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that never end their request: each has sent a part of it, and sends another byte now and then. A client whose
 * connection was closed comes back when it would have sent its next byte.
 */
final class SlowClients implements AutoCloseable {

    private static final int WANTED = 10_000;

    /** Files that this process needs besides. */
    private static final int SPARE_FILES = 1_000;

    private static final byte[] BEGINNING = "GET /metrics HTTP/1.1\r\nHost: x\r\nX: ".getBytes(StandardCharsets.UTF_8);
    private static final long BETWEEN_BYTES_MS = 2_000;

    private final InetSocketAddress server;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Thread sender = new Thread(this::send, "slow-clients");
    private volatile boolean isClosed;

    private SlowClients(InetSocketAddress server) {
        this.server = server;
    }

    /** As many as are wanted, or as the limit of open files allows. */
    static SlowClients connect(InetSocketAddress server) throws IOException {
        SlowClients clients = new SlowClients(server);
        int count = possible();
        for (int i = 0; i < count; i++) {
            clients.channels.add(clients.open());
        }
        clients.sender.setDaemon(true);
        clients.sender.start();
        return clients;
    }

    int count() {
        return channels.size();
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        sender.interrupt();
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    private static int possible() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(
                        WANTED, system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() - SPARE_FILES)
                : WANTED;
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.configureBlocking(false);
        channel.write(ByteBuffer.wrap(BEGINNING));
        return channel;
    }

    private void send() {
        while (!isClosed) {
            try {
                for (int i = 0; i < channels.size() && !isClosed; i++) {
                    channels.set(i, sent(channels.get(i)));
                }
                Thread.sleep(BETWEEN_BYTES_MS);
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                if (!isClosed) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private SocketChannel sent(SocketChannel channel) throws IOException {
        try {
            channel.write(ByteBuffer.wrap(new byte[] {'x'}));
            return channel;
        } catch (IOException closed) {
            channel.close();
            return open();
        }
    }
}
