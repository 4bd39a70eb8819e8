package io.journeystreams.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystreams.cli.Journey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The resources for Strimzi in the repository are what the commands print. */
class StrimziResourcesTest {

    private static final String CONFIG =
            ManifestFiles.ROOT.resolve("base").resolve("journey.yaml").toString();
    private static final String ANEW =
            "mvn -q package -pl deploy -am -Dtest=StrimziResourcesTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true";

    @Test
    void theTopicsAreThoseOfTheProcessor() throws IOException {
        check("topics.yaml", "topics", "describe", "--format", "strimzi");
    }

    @Test
    void theUserHasTheRightsThatTheProcessorNeeds() throws IOException {
        check("user.yaml", "topics", "acls", "--principal", "User:journey", "--format", "strimzi", "--config", CONFIG);
    }

    private static void check(String name, String... command) throws IOException {
        Path file = ManifestFiles.ROOT.resolve("strimzi").resolve(name);
        String expected = "# Generated; to write it anew:\n# " + ANEW + "\n" + printed(command);
        if (Boolean.getBoolean("regenerate.docs")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file))
                .as("stale? this writes it anew: %s", ANEW)
                .isEqualTo(expected);
    }

    private static String printed(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Journey.execute(new PrintWriter(out, true), new PrintWriter(err, true), command))
                .as(err::toString)
                .isZero();
        return out.toString();
    }
}
