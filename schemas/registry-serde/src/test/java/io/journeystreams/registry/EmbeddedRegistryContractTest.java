package io.journeystreams.registry;

import io.journeystreams.local.registry.EmbeddedRegistry;
import io.journeystreams.registry.RegistryUnderTest.Dialect;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Both contracts against the embedded registry. */
class EmbeddedRegistryContractTest {

    private static EmbeddedRegistry embedded;

    @BeforeAll
    static void start() throws IOException {
        embedded = EmbeddedRegistry.start(0);
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    /** It answers as Confluent's own. */
    private static RegistryUnderTest underTest() {
        return new RegistryUnderTest(embedded.url(), new Dialect("BACKWARD", 422, 42202));
    }

    @Nested
    class Rest extends RegistryRestContract {

        @Override
        RegistryUnderTest registry() {
            return underTest();
        }
    }

    @Nested
    class Serde extends RegistrySerdeContract {

        @Override
        RegistryUnderTest registry() {
            return underTest();
        }
    }
}
