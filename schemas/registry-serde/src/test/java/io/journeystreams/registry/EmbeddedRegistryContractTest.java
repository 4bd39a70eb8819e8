package io.journeystreams.registry;

import io.journeystreams.local.registry.EmbeddedRegistry;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedRegistryContractTest extends RegistryContract {

    private static EmbeddedRegistry embedded;

    @BeforeAll
    static void start() throws IOException {
        embedded = EmbeddedRegistry.start(0);
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Override
    String url() {
        return embedded.url();
    }

    /** Confluent's own. */
    @Override
    Dialect dialect() {
        return new Dialect("BACKWARD", 422, 42202);
    }
}
