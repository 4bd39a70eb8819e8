package io.journeystreams.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are told from each other by what is in them. */
final class ContentFile {

    private ContentFile() {}

    /** @throws IllegalArgumentException if there is no such file to be read */
    static Path readable(String text) {
        Path file = Path.of(text);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(text);
        }
        return file;
    }

    /** Name and digest: {@code shop.yaml#1a2b3c4d5e6f}. */
    static String describe(Path file) {
        try {
            return file.getFileName() + "#" + ShortDigest.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
