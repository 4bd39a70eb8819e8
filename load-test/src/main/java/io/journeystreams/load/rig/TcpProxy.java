package io.journeystreams.load.rig;

import io.journeystreams.local.broker.LoopbackPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A network that can be broken: what connects to its port is connected to another port, both on loopback.
 *
 * <pre>
 *   open      bytes pass
 *   slow      every piece of them waits
 *   silent    connections stand, and nothing passes until they are opened or cut
 *   cut       connections are closed, and new ones as soon as they are made
 * </pre>
 */
public final class TcpProxy implements AutoCloseable {

    private static final int PIECE_BYTES = 32 * 1024;
    private static final int CONNECT_TIMEOUT_MS = 2_000;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private Mode mode = Mode.OPEN;
    private volatile long delayMs;

    private enum Mode {
        OPEN,
        SILENT,
        CUT
    }

    private TcpProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** @param target the port that is connected to */
    public static TcpProxy to(int target) {
        try {
            TcpProxy proxy = new TcpProxy(LoopbackPort.open(), target);
            daemon("proxy-" + proxy.port(), proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a proxy", e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Bytes pass again, those first that were held back. */
    public synchronized void open() {
        mode = Mode.OPEN;
        delayMs = 0;
        notifyAll();
    }

    /** @param delay of every piece, in each direction */
    public synchronized void slowDown(Duration delay) {
        delayMs = delay.toMillis();
    }

    public synchronized void silence() {
        mode = Mode.SILENT;
    }

    public void cut() {
        setCut();
        sockets.forEach(TcpProxy::close);
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void setCut() {
        mode = Mode.CUT;
        notifyAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // closed, or nobody listens at the target: the client sees its connection closed
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (isCut()) {
            close(client);
            return;
        }
        Socket broker = new Socket();
        try {
            broker.connect(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), target),
                    CONNECT_TIMEOUT_MS);
        } catch (IOException e) {
            close(client);
            throw e;
        }
        client.setTcpNoDelay(true);
        broker.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(broker);
        if (isCut()) {
            // it was cut since, and perhaps before these were known
            release(client);
            release(broker);
            return;
        }
        daemon("proxy-up-" + target, () -> pump(client, broker));
        daemon("proxy-down-" + target, () -> pump(broker, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(piece);
            while (length >= 0) {
                awaitPassage();
                out.write(piece, 0, length);
                length = in.read(piece);
            }
        } catch (IOException | InterruptedException e) {
            // one side has gone, so the other goes too
        } finally {
            release(from);
            release(to);
        }
    }

    private void awaitPassage() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(delayMs);
        awaitOpening();
    }

    private synchronized void awaitOpening() throws InterruptedException {
        while (mode == Mode.SILENT) {
            wait();
        }
    }

    private synchronized boolean isCut() {
        return mode == Mode.CUT;
    }

    private void release(Socket socket) {
        sockets.remove(socket);
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
