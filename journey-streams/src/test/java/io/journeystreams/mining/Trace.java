package io.journeystreams.mining;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case of an exported log, as the CSV has it. Shares no code with the rules nor with the export.
 *
 * @param startKnown its first step is the beginning, and nothing came before
 * @param ended nothing can follow its last step
 */
public record Trace(String caseId, List<Step> steps, boolean startKnown, boolean ended) {

    public Trace {
        steps = List.copyOf(steps);
    }

    /** @param atMs epoch milliseconds */
    public record Step(String activity, long atMs) {}

    /** Cases in the order of the file. */
    public static List<Trace> readCsv(Path file) throws IOException {
        Map<String, List<Map<String, String>>> byCase = new LinkedHashMap<>();
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(schema).readValues(file.toFile())) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                byCase.computeIfAbsent(cell(row, "case:concept:name"), id -> new ArrayList<>())
                        .add(row);
            }
        }
        return byCase.entrySet().stream()
                .map(entry -> trace(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Trace trace(String caseId, List<Map<String, String>> rows) {
        List<Step> steps = rows.stream()
                .map(row -> new Step(
                        cell(row, "concept:name"),
                        OffsetDateTime.parse(cell(row, "time:timestamp"))
                                .toInstant()
                                .toEpochMilli()))
                .toList();
        Map<String, String> first = rows.get(0);
        return new Trace(
                caseId,
                steps,
                Boolean.parseBoolean(cell(first, "case:startKnown")),
                Boolean.parseBoolean(cell(first, "case:ended")));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell;
    }
}
