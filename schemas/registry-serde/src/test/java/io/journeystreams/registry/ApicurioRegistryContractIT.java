package io.journeystreams.registry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystreams.local.registry.ApicurioRegistry;
import io.journeystreams.local.registry.InstalledJdks;
import io.journeystreams.registry.RegistryUnderTest.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Both contracts against the real Apicurio registry, which runs as a process on loopback. */
@DisabledIfSystemProperty(named = "skipApicurio", matches = ".*", disabledReason = "-DskipApicurio")
class ApicurioRegistryContractIT {

    private static @Nullable ApicurioRegistry apicurio;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> jdk = InstalledJdks.newest(ApicurioRegistry.JAVA_MAJOR);
        if (jdk.isEmpty()) {
            System.out.println("""

                    ******************************************************************************
                    *  NOT TESTED: the contract with the real Apicurio registry.                 *
                    *  It needs a JDK of version 21 or newer, and none was found on this machine *
                    *  (JAVA_HOME, JAVA_HOME_*, /usr/lib/jvm and the like). Install one.         *
                    ******************************************************************************
                    """);
        }
        assumeTrue(jdk.isPresent(), "no JDK of version " + ApicurioRegistry.JAVA_MAJOR + " or newer");
        apicurio = ApicurioRegistry.start(
                Path.of(System.getProperty("apicurio.home")), jdk.get(), Path.of(System.getProperty("apicurio.log")));
    }

    @AfterAll
    static void stop() {
        if (apicurio != null) {
            apicurio.close();
        }
    }

    /**
     * Where Apicurio 3.3.3 differs from Confluent: its global level is NONE; a version that is no number is unknown (40402) and
     * not invalid (42202); and it says that a schema is incompatible, but not why.
     */
    private static RegistryUnderTest underTest() {
        if (apicurio == null) {
            throw new IllegalStateException("Apicurio was not started");
        }
        return new RegistryUnderTest(apicurio.url(), new Dialect("NONE", 404, 40402));
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
