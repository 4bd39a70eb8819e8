package io.journeystreams.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DdlTest {

    private static final Path FILE = Path.of("schema.sql");

    @Test
    void theTablesSayWhatTheContractsSay() throws IOException {
        if (Boolean.getBoolean("regenerate.docs")) {
            Files.writeString(FILE, Ddl.tables());
        }
        assertThat(Files.readString(FILE))
                .as("stale? the command that writes it anew stands at its top")
                .isEqualTo(Ddl.tables());
    }
}
