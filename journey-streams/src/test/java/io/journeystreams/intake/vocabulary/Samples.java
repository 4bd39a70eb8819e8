package io.journeystreams.intake.vocabulary;

import io.journeystreams.domain.event.Occurrence;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.domain.event.SourcePosition;
import io.journeystreams.intake.Decoded;
import io.journeystreams.intake.OccurrenceReader;
import io.journeystreams.intake.OccurrenceReader.Reading;
import io.journeystreams.intake.ReportedEvent;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents of other vocabularies, and how tests read them. */
final class Samples {

    private static final Path FILES = Path.of("src", "test", "resources", "vocabularies");
    private static final SourcePosition POSITION = new SourcePosition("clickstream.events", 0, 0);

    private Samples() {}

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(FILES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Decoded<ReportedEvent> decode(Vocabulary vocabulary, String json) {
        return vocabulary.reader(Source.CLICKSTREAM).decode(json.getBytes(StandardCharsets.UTF_8));
    }

    /** By a user's mapping over the built-in one. */
    static Decoded<ReportedEvent> decode(Vocabulary vocabulary, String mapping, String json) {
        return new MappedReader(Source.CLICKSTREAM, read(vocabulary, mapping))
                .decode(json.getBytes(StandardCharsets.UTF_8));
    }

    static Mapping read(Vocabulary base, String mapping) {
        try {
            return MappingFile.read("own.yaml", new StringReader(mapping), base.builtIn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReportedEvent event(Decoded<ReportedEvent> decoded) {
        if (decoded instanceof Decoded.Value<ReportedEvent> value) {
            return value.value();
        }
        throw new AssertionError(decoded);
    }

    /** What the rules see of it. */
    static Occurrence occurrence(ReportedEvent event) {
        Reading reading = OccurrenceReader.read(event, event.occurredAtMs(), false, POSITION);
        if (reading instanceof Reading.Valid valid) {
            return valid.occurrence();
        }
        throw new AssertionError(reading);
    }
}
