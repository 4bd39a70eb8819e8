package io.journeystreams.topology;

import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.intake.InputFormats;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.output.OutputEncoders;
import io.journeystreams.output.RecordEncoder;

/** How records are read and written. Shared by all stream threads. */
public record Codecs(
        InputFormats inputs,
        RecordDecoder<JournalEntry> journalReader,
        RecordEncoder<JournalEntry> journalWriter,
        OutputEncoders outputs) {

    /** The same, with these formats of the inputs. */
    public Codecs reading(InputFormats formats) {
        return new Codecs(formats, journalReader, journalWriter, outputs);
    }
}
