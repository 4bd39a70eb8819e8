package io.journeystreams.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One JSON object a line; blank lines are skipped. */
final class NdjsonRows implements RowReader {

    private final BufferedReader lines;
    private final LineReader reader;
    private long line;

    NdjsonRows(InputStream in, LineReader reader) {
        this.reader = reader;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Row> next() throws IOException {
        String text = lines.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = lines.readLine();
            line++;
        }
        return text == null ? Optional.empty() : Optional.of(reader.read(line, text));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
