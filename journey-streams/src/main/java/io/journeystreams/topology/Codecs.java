package io.journeystreams.topology;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.FrictionEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.MomentEvent;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.contracts.StageTransitionEvent;
import io.journeystreams.intake.InputFormats;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.output.RecordEncoder;

/** How records are read and written. Shared by all stream threads. */
public record Codecs(
        InputFormats inputs,
        RecordDecoder<JournalEntry> journalReader,
        RecordEncoder<JournalEntry> journalWriter,
        RecordEncoder<SessionEvent> sessions,
        RecordEncoder<AbandonmentEvent> abandonment,
        RecordEncoder<ProfileEvent> profiles,
        RecordEncoder<StageTransitionEvent> transitions,
        RecordEncoder<MomentEvent> moments,
        RecordEncoder<FrictionEvent> friction) {

    /** The same, with these formats of the inputs. */
    public Codecs reading(InputFormats formats) {
        return new Codecs(
                formats, journalReader, journalWriter, sessions, abandonment, profiles, transitions, moments, friction);
    }
}
