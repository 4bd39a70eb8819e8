package io.journeystreams.topology;

import io.journeystreams.contracts.AbandonmentEvent;
import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.contracts.JournalEntry;
import io.journeystreams.contracts.ProfileEvent;
import io.journeystreams.contracts.SessionEvent;
import io.journeystreams.intake.RecordDecoder;
import io.journeystreams.output.RecordEncoder;

/** How records are read and written. Shared by all stream threads. */
public record Codecs(
        RecordDecoder<ClickstreamEvent> clickstream,
        RecordDecoder<CrmEvent> crm,
        RecordDecoder<JournalEntry> journalReader,
        RecordEncoder<JournalEntry> journalWriter,
        RecordEncoder<SessionEvent> sessions,
        RecordEncoder<AbandonmentEvent> abandonment,
        RecordEncoder<ProfileEvent> profiles) {}
