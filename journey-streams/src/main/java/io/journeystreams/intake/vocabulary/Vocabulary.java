package io.journeystreams.intake.vocabulary;

import io.journeystreams.config.EventFormat;
import io.journeystreams.contracts.PayloadFormat;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A vocabulary that we have a table of. */
enum Vocabulary {
    /** Calls of Segment and RudderStack. */
    SEGMENT_JSON(EventFormat.SEGMENT_JSON, PayloadFormat.SEGMENT_JSON, "segment.yaml"),
    /** Rows of the BigQuery export of Google Analytics 4, or one event of its Measurement Protocol. */
    GA4_JSON(EventFormat.GA4_JSON, PayloadFormat.GA4_JSON, "ga4.yaml"),
    /** Enriched events of Snowplow. */
    SNOWPLOW_JSON(EventFormat.SNOWPLOW_JSON, PayloadFormat.SNOWPLOW_JSON, "snowplow.yaml");

    private final EventFormat format;
    private final PayloadFormat payload;
    private final String resource;

    Vocabulary(EventFormat format, PayloadFormat payload, String resource) {
        this.format = format;
        this.payload = payload;
        this.resource = resource;
    }

    /** Nothing for our own format. */
    static Optional<Vocabulary> of(EventFormat format) {
        return Arrays.stream(values()).filter(known -> known.format == format).findFirst();
    }

    /** As journal entries name it. */
    PayloadFormat payload() {
        return payload;
    }

    /** Reads by our table. */
    RecordDecoder<ReportedEvent> reader(Source source) {
        return new MappedReader(source, builtIn());
    }

    /**
     * Reads by a user's table, over ours or instead of it.
     *
     * @throws io.journeystreams.config.InvalidConfigException with every problem there is
     */
    RecordDecoder<ReportedEvent> reader(Source source, Path own) {
        try (Reader text = Files.newBufferedReader(own)) {
            return new MappedReader(source, MappingFile.read(own.toString(), text, builtIn()));
        } catch (IOException e) {
            throw new UncheckedIOException(own + " cannot be read", e);
        }
    }

    Mapping builtIn() {
        InputStream yaml = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource);
        try (Reader text = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
            return MappingFile.read(resource, text, MappingFile.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " of this build is broken", e);
        }
    }
}
