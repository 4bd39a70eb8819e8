package io.journeystreams.load.rig;

import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.local.registry.SchemaStore;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A registry that can be away for a while, and comes back at its address with what it knew. */
public final class RegistryServer implements AutoCloseable {

    private final SchemaStore store = new SchemaStore();
    private final int port;
    private EmbeddedRegistry server;
    private boolean isUp = true;

    private RegistryServer(int port) {
        this.port = port;
        this.server = listen();
    }

    /** @param port one that nobody takes while the registry is away */
    static RegistryServer start(int port) {
        return new RegistryServer(port);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void stop() {
        server.close();
        isUp = false;
    }

    public void restart() {
        if (!isUp) {
            server = listen();
            isUp = true;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private EmbeddedRegistry listen() {
        try {
            return EmbeddedRegistry.start(port, store);
        } catch (IOException e) {
            throw new UncheckedIOException("no registry on port " + port, e);
        }
    }
}
