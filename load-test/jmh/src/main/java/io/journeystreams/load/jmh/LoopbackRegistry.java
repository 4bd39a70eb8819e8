package io.journeystreams.load.jmh;

import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A registry for codecs that ask for ids once, and for nothing while they are measured. */
final class LoopbackRegistry implements AutoCloseable {

    private static final int ANY_PORT = 0;

    private final EmbeddedRegistry server;
    private final RegistryConnection connection;

    LoopbackRegistry() {
        try {
            server = EmbeddedRegistry.start(ANY_PORT);
        } catch (IOException e) {
            throw new UncheckedIOException("no registry on loopback", e);
        }
        connection = RegistryConnection.open(Map.of(RegistryConnection.URL, server.url()));
    }

    RegistryConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        connection.close();
        server.close();
    }
}
