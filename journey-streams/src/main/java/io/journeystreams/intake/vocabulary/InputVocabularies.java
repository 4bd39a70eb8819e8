package io.journeystreams.intake.vocabulary;

import io.journeystreams.config.ConfigProblem;
import io.journeystreams.config.EventFormat;
import io.journeystreams.config.InputSettings;
import io.journeystreams.config.InputSettings.Input;
import io.journeystreams.config.InvalidConfigException;
import io.journeystreams.domain.event.Occurrence.Source;
import io.journeystreams.intake.InputFormats;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.intake.ReportedEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The vocabularies that inputs and journal may hold. */
public final class InputVocabularies {

    private InputVocabularies() {}

    /** The same formats, and every vocabulary by our tables: the journal may hold what a source sent once. */
    public static InputFormats withAll(InputFormats formats) {
        InputFormats all = formats;
        for (Source source : Source.values()) {
            for (Vocabulary vocabulary : Vocabulary.values()) {
                all = all.reading(source, vocabulary.payload(), vocabulary.reader(source));
            }
        }
        return all;
    }

    /** @throws InvalidConfigException if a mapping cannot be used, with every problem of the first such */
    public static void check(InputSettings settings) {
        for (Source source : Source.values()) {
            Input input = inputOf(settings, source);
            if (input.format() == EventFormat.AVRO && input.mapping().isPresent()) {
                String section = "inputs." + source.name().toLowerCase(Locale.ROOT);
                throw new InvalidConfigException(new ConfigProblem(
                        section + ".mapping", "there is nothing to map: set " + section + ".format, or remove it"));
            }
            reader(settings, source, input.format());
        }
    }

    /**
     * The same formats, and the sources send what is configured, keyed as is configured, read by the user's mappings where there
     * are any.
     *
     * @throws InvalidConfigException with every problem of a mapping
     */
    public static InputFormats configured(InputSettings settings, InputFormats formats) {
        InputFormats configured = formats;
        for (Source source : Source.values()) {
            configured = sending(settings, source, configured);
        }
        return configured.rekeying(rekeyed(settings));
    }

    /**
     * Reads a vocabulary as it is configured for the source, or by our table where the source sends another. Nothing for our own
     * format.
     *
     * @throws InvalidConfigException with every problem of a mapping
     */
    public static Optional<RecordDecoder<ReportedEvent>> reader(
            InputSettings settings, Source source, EventFormat format) {
        Input input = inputOf(settings, source);
        return Vocabulary.of(format).map(vocabulary -> input.mapping()
                .filter(own -> input.format() == format)
                .map(own -> vocabulary.reader(source, own))
                .orElseGet(() -> vocabulary.reader(source)));
    }

    private static InputFormats sending(InputSettings settings, Source source, InputFormats formats) {
        EventFormat format = inputOf(settings, source).format();
        return Vocabulary.of(format)
                .map(vocabulary -> formats.reading(
                                source,
                                vocabulary.payload(),
                                reader(settings, source, format).orElseThrow())
                        .sending(source, vocabulary.payload()))
                .orElse(formats);
    }

    private static Set<Source> rekeyed(InputSettings settings) {
        return Arrays.stream(Source.values())
                .filter(source -> inputOf(settings, source).rekey())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Input inputOf(InputSettings settings, Source source) {
        return switch (source) {
            case CLICKSTREAM -> settings.clickstream();
            case CRM -> settings.crm();
        };
    }
}
