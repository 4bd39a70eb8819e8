package io.journeystreams.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of loopback that nobody else gets until it is released; who connects to it meanwhile is refused. */
final class ReservedPort implements AutoCloseable {

    private final Socket socket;

    private ReservedPort(Socket socket) {
        this.socket = socket;
    }

    /** @param wanted any is taken if it is not free, or 0 */
    static ReservedPort of(int wanted) {
        try {
            return new ReservedPort(bound(wanted));
        } catch (IOException taken) {
            return any();
        }
    }

    private static ReservedPort any() {
        try {
            return new ReservedPort(bound(0));
        } catch (IOException e) {
            throw new UncheckedIOException("no port of 127.0.0.1 is free", e);
        }
    }

    private static Socket bound(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    int number() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
