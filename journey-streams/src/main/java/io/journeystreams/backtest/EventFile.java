package io.journeystreams.backtest;

import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of events, canonical unless said otherwise. The end of its name says the format: {@code .ndjson} (also {@code .jsonl}, {@code .json}),
 * {@code .csv}, each also compressed as {@code .gz}, or {@code .avro}.
 */
public final class EventFile {

    private static final String GZIP = ".gz";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final Format format;
    private final LineReader lines;

    private EventFile(Path path, Format format, LineReader lines) {
        this.path = path;
        this.format = format;
        this.lines = lines;
    }

    private enum Format {
        NDJSON,
        CSV,
        AVRO
    }

    /** @throws IllegalArgumentException if the name does not tell a format that can be read */
    public static EventFile of(Path path) {
        return new EventFile(
                path,
                formatOf(path)
                        .orElseThrow(() -> new IllegalArgumentException("the name must end in .ndjson, .jsonl, .json, "
                                + ".csv (each also .gz) or .avro: " + path)),
                CanonicalJson::read);
    }

    /**
     * A file of events of another vocabulary, one JSON object a line.
     *
     * @throws IllegalArgumentException if the name does not say so
     */
    public static EventFile of(Path path, RecordDecoder<ReportedEvent> vocabulary) {
        if (formatOf(path).filter(Format.NDJSON::equals).isEmpty()) {
            throw new IllegalArgumentException(
                    "the name must end in .ndjson, .jsonl or .json (each also .gz): " + path);
        }
        return new EventFile(path, Format.NDJSON, new VocabularyLines(vocabulary));
    }

    /** Name of the file without its folder; stands in evidence and dead letters. */
    public String name() {
        return path.getFileName().toString();
    }

    public Path path() {
        return path;
    }

    RowReader open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        try {
            InputStream plain = isCompressed(path) ? new GZIPInputStream(in, BUFFER_BYTES) : in;
            return switch (format) {
                case NDJSON -> new NdjsonRows(plain, lines);
                case CSV -> CsvRows.open(plain);
                case AVRO -> AvroRows.open(plain);
            };
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static Optional<Format> formatOf(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        String plain = isCompressed(path) ? name.substring(0, name.length() - GZIP.length()) : name;
        if (plain.endsWith(".ndjson") || plain.endsWith(".jsonl") || plain.endsWith(".json")) {
            return Optional.of(Format.NDJSON);
        }
        if (plain.endsWith(".csv")) {
            return Optional.of(Format.CSV);
        }
        return plain.endsWith(".avro") && !isCompressed(path) ? Optional.of(Format.AVRO) : Optional.empty();
    }

    private static boolean isCompressed(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
    }
}
