package io.journeystreams.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.journeystreams.intake.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Comma-separated values: a header line with the names of the canonical event's fields, then one event a row. An empty cell
 * is null. The cells of {@code lines}, {@code page} and {@code attributes} hold JSON.
 */
final class CsvRows implements RowReader {

    private static final Set<String> JSON_COLUMNS = Set.of("lines", "page", "attributes");
    private static final JsonMapper JSON = new JsonMapper();
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final MappingIterator<String[]> rows;
    private final List<String> columns;
    private boolean isBroken;

    private CsvRows(MappingIterator<String[]> rows, List<String> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** @throws IOException if the header names a column that is not known */
    static CsvRows open(InputStream in) throws IOException {
        MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(in);
        List<String> columns = rows.hasNextValue()
                ? Arrays.stream(rows.nextValue()).map(String::strip).toList()
                : List.of();
        for (String column : columns) {
            if (!CanonicalJson.isField(column)) {
                throw new IOException("line 1: " + CanonicalJson.unknownField(column));
            }
        }
        return new CsvRows(rows, columns);
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (isBroken) {
            return Optional.empty();
        }
        try {
            return rows.hasNextValue() ? Optional.of(rowOf(rows.nextValue())) : Optional.empty();
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            isBroken = true;
            String message =
                    "this row and what follows in the file cannot be read: a quotation mark is missing or misplaced";
            return Optional.of(new Row.Bad(line(), RejectionReason.UNREADABLE, message, ""));
        }
    }

    private Row rowOf(String[] cells) {
        long line = line();
        String record = String.join(",", cells);
        if (cells.length != columns.size()) {
            String message = "the row has " + cells.length + " cells, and the header " + columns.size();
            return new Row.Bad(line, RejectionReason.UNREADABLE, message, record);
        }
        ObjectNode event = JSON.createObjectNode();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isEmpty()) {
                continue;
            }
            try {
                put(event, columns.get(i), cells[i]);
            } catch (JsonProcessingException e) {
                String message = columns.get(i) + ": not JSON: " + e.getOriginalMessage();
                return new Row.Bad(line, RejectionReason.UNREADABLE, message, record);
            }
        }
        return CanonicalJson.read(line, event.toString(), record);
    }

    private static void put(ObjectNode event, String column, String cell) throws JsonProcessingException {
        if (JSON_COLUMNS.contains(column)) {
            event.set(column, JSON.readTree(cell));
        } else {
            event.put(column, cell);
        }
    }

    /** Where the row stands; of a row with line breaks in its cells, where it ends. */
    private long line() {
        return Math.max(1, rows.getParser().currentTokenLocation().getLineNr());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
