package io.journeystreams.mining;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event a line, what is said of its case repeated in each; columns are named as PM4Py names them. */
final class CsvWriter implements LogWriter {

    /** PM4Py's sign for what belongs to a case. */
    private static final String CASE = "case:";

    private final Writer out;

    CsvWriter(Writer out) {
        this.out = out;
    }

    static List<String> columns() {
        Stream<String> ofEvents = LogField.OF_EVENT.stream().map(LogField::key);
        Stream<String> ofCases = LogField.OF_CASE.stream().map(field -> CASE + field.key());
        return Stream.of(Stream.of(CASE + LogField.CASE.key()), ofEvents, ofCases)
                .flatMap(columns -> columns)
                .toList();
    }

    @Override
    public void begin() throws IOException {
        out.write(String.join(",", columns()));
        out.write('\n');
    }

    @Override
    public void add(JourneyCase journey) throws IOException {
        String name = cell(LogField.CASE.of(journey));
        String ofCase = cells(LogField.OF_CASE, journey);
        for (Move move : journey.moves()) {
            out.write(name + "," + cells(LogField.OF_EVENT, move) + "," + ofCase);
            out.write('\n');
        }
    }

    private static <T> String cells(List<LogField<T>> fields, T subject) {
        return fields.stream().map(field -> cell(field.of(subject))).collect(Collectors.joining(","));
    }

    private static String cell(Optional<String> value) {
        return LogText.inCsv(value.orElse(""));
    }

    @Override
    public void end() {
        // a table has no end
    }
}
