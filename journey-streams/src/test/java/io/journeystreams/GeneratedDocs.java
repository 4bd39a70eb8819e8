package io.journeystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that are made from code: compared with the code, or written anew with {@code -Dregenerate.docs=true}. */
public final class GeneratedDocs {

    private static final Path DOCS = Path.of("..", "docs");

    private GeneratedDocs() {}

    public static void check(String name, String expected) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("regenerate.docs")) {
            Files.createDirectories(DOCS);
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("stale? the command that writes it anew stands at its top")
                .exists();
        assertThat(Files.readString(file))
                .as("stale? the command that writes it anew stands at its top")
                .isEqualTo(expected);
    }
}
