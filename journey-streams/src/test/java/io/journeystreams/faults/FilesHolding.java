package io.journeystreams.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text in the bytes of files, as somebody would who has got hold of a disk. Neither Kafka nor RocksDB compresses here. */
final class FilesHolding {

    private FilesHolding() {}

    /** Files below a directory that hold the text, relative to it. */
    static List<String> text(String text, Path directory) {
        String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(wanted))
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            // files come and go while the cleaner works
            return text(text, directory);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
