package io.journeystreams.backtest;

import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Lines of another vocabulary, read as intake reads a record. */
record VocabularyLines(RecordDecoder<ReportedEvent> vocabulary) implements LineReader {

    @Override
    public Row read(long line, String text) {
        Decoded<ReportedEvent> decoded = vocabulary.decode(text.getBytes(StandardCharsets.UTF_8));
        if (decoded instanceof Decoded.Failed<ReportedEvent> failed) {
            return new Row.Bad(line, failed.reason(), failed.message(), text);
        }
        return new Row.Read(line, ((Decoded.Value<ReportedEvent>) decoded).value(), OptionalLong.empty());
    }
}
